import { build, type Value } from '../../value/index.ts';
import { UnprintableValue, type Format, type Reading } from '../format.ts';
import { decode } from '../js/decode/decode.ts';
import { firstChange } from '../js/read/first-change.ts';
import { skipSpace } from '../js/read/skip-space.ts';
import type { Names } from '../shared/read-names.ts';
import { readPrint } from '../shared/read-print.ts';
import { TextReader } from '../shared/text-reader.ts';
import { LAYOUT } from './about/leniencies.ts';
import { RELEASES } from './about/releases.ts';
import { STRINGIFY_GRAMMAR } from './about/stringify-grammar.ts';
import { driverOn } from './dialects.ts';
import { CallReader } from './direct/call-reader.ts';
import { readDirect } from './direct/read-direct.ts';
import { readText, type Readers } from './direct/readers.ts';
import { parseCodeError, projectCodeError } from './errors/code-error.ts';
import { said, type Voice } from './json/said.ts';
import { WORD_STEM } from './stringify/put-in.ts';
import { readTree } from './stringify/read-tree.ts';
import { saidRef } from './stringify/ref.ts';
import { stringify } from './stringify/stringify.ts';

const ID = 'shell/0.1.2';
/** Over a driver of 2.7.0 and later, which could be installed from 2019 on, refs lose their collections; nothing else changes. */
const DIALECT = driverOn('js/2.0', 'n16');

const VOICE: Voice = {
  id: ID,
  ref: (ref) => saidRef(ref, DIALECT),
  // The database of most refs is left out.
  refInBody: () => undefined,
  textOf: (decoded) => stringify(decoded, DIALECT, 0).text,
};

/** What the prompt writes from 0.1.2 to 0.2.3: JSON, but for refs, times and dates (src/lib/stringify.js). */
export const stringifiedFormat: Format = {
  id: ID,
  about: {
    driver: 'Fauna Shell',
    releases: RELEASES.stringify,
    statement: 'fauna shell',
    generation: DIALECT.traits.generation,
    change:
      'A printer of the shell’s own: indented JSON with refs, times and dates as function calls (bdcab02, 2018-06-26).',
    grammar: STRINGIFY_GRAMMAR,
    leniencies: [LAYOUT],
    evidence: 'ran',
  },
  parse,
  print: (value) => stringify(decode(value, DIALECT), DIALECT).text,
  mask: (text) => text,
  steady: (text) => text,
  project,
  parseError: parseCodeError,
  projectError: projectCodeError,
  free: [],
};

function parse(text: string): Reading {
  const reading = readText(text, stringifiedReaders);
  // Of two dollar signs in a name one is printed.
  return reading.ok && text.includes('$') ? { ...reading, complete: false } : reading;
}

export const stringifiedReaders: Readers = {
  // A user's text that looks like a word may have another text put in its place.
  readDirectly: (text) =>
    text.includes(WORD_STEM) ? undefined : readDirect(new CallReader(text, readLambda)),
  readCarefully: (text) =>
    readPrint(text, {
      read: readWhole,
      print: (value) => stringifiedFormat.print(value),
      firstChange,
      quotesAll: true,
    }),
};

function readWhole(reader: TextReader, names: Names): Value {
  const tree = readTree({ reader, names, dialect: DIALECT, level: 0 });
  skipSpace(reader);
  reader.end();
  try {
    return said(tree, VOICE);
  } catch (cause) {
    // Something in the place of a name that has no text.
    if (cause instanceof UnprintableValue || cause instanceof TypeError)
      return reader.fail('what the shell can print', 0);
    throw cause;
  }
}

/** Dollar signs in names have a meaning that depends on what stands around the lambda. */
function readLambda(text: string): Value | undefined {
  if (text.includes('$')) return undefined;
  const value = readWhole(new TextReader(text), {});
  return firstChange(text, stringifiedFormat.print(value)) === undefined ? value : undefined;
}

function project(value: Value): Value {
  if (value.kind === 'unsaid') return value;
  try {
    const decoded = decode(value, DIALECT);
    return stringify(decoded, DIALECT).isTrue
      ? said(decoded, VOICE)
      : build.unsaid('dollar signs in a name, which change the text');
  } catch (cause) {
    if (cause instanceof UnprintableValue) {
      const what = cause.where === 'decode' ? 'decoded' : 'printed';
      return build.unsaid(`not ${what}: ${cause.message}`);
    }
    if (cause instanceof RangeError) return build.unsaid('nested too deep');
    throw cause;
  }
}

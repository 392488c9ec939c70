import { textError, type Value } from '../../../value/index.ts';
import type { About, Format, Leniency, Reading } from '../../format.ts';
import { explore, type Exploration } from '../../shared/explore.ts';
import { TextReader } from '../../shared/text-reader.ts';
import { decode } from '../decode.ts';
import { goErrors } from '../errors.ts';
import { KEY_ORDER } from '../leniencies.ts';
import { quotedEbnf } from './ebnf.ts';
import { printQuoted } from './print.ts';
import { projectQuoted } from './project.ts';
import { readQuoted } from './read.ts';
import type { QuotedTraits } from './traits.ts';

/** What a format is made of whose values have `String` methods: v2.12.1 and v3.0.0. */
export interface QuotedParts {
  readonly id: string;
  readonly about: Pick<About, 'releases' | 'change'>;
  readonly traits: QuotedTraits;
}

/** Attempts at a text whose bytes may be read in several ways, and the characters of all of them together. */
const MOST_ATTEMPTS = 64;
const MOST_CHARACTERS = 1_000_000;
const MOST_READINGS = 8;

const LENIENCIES: readonly Leniency[] = [
  KEY_ORDER,
  { takes: 'U+007F written \\u007f', source: 'Go 1.18 and earlier, strconv/quote.go' },
  {
    takes: 'characters beyond ASCII, escaped or not, which depends on the Unicode version of the runtime',
    source: 'faunadb-go 3.0.0, faunadb/values.go: strconv.Quote',
  },
  {
    takes:
      'U+FFFD for a byte beyond ASCII, as unsaid bytes: what is left when the output is decoded as UTF-8',
    source: 'faunadb-go 3.0.0, faunadb/values.go: BytesV.String',
  },
];

/** A format of quoted strings: everything but bytes is escaped, and keys come in random order. */
export function quotedFormat({ id, about, traits: { exponent } }: QuotedParts): Format {
  const traits = { exponent, generation: 'collections', queryEndsTwice: false } as const;
  const errors = goErrors({ details: false });

  function read(text: string, results: number): Exploration<Value> {
    const attempts = Math.max(2, Math.min(MOST_ATTEMPTS, Math.floor(MOST_CHARACTERS / (text.length + 1))));
    return explore(
      (choose) => {
        const reader = new TextReader(text);
        const value = readQuoted(reader, { traits, choose });
        reader.end();
        return value;
      },
      { attempts, results },
    );
  }

  function parse(text: string): Reading {
    const { results, exhaustive, failure } = read(text, MOST_READINGS);
    const [first, ...others] = results;
    if (first !== undefined) return { ok: true, readings: [first, ...others], complete: exhaustive };
    const error = textError(text, failure?.offset ?? 0, failure?.expected ?? 'a value');
    return exhaustive ? { ok: false, error } : { ok: false, error, gaveUp: true };
  }

  /** The text with its keys in the order of their bytes. Texts that are no print stay as they are. */
  function mask(text: string): string {
    const [value] = read(text, 1).results;
    return value === undefined ? text : printQuoted(value, traits);
  }

  return {
    id,
    about: {
      driver: 'Go',
      statement: 'fmt.Println(result)',
      generation: 'collections',
      grammar: quotedEbnf(traits),
      leniencies: LENIENCIES,
      evidence: 'ran',
      ...about,
    },
    parse,
    print: (value) => printQuoted(decode(value, traits), traits),
    mask,
    steady: mask,
    project: (value) => projectQuoted(value, traits),
    parseError: errors.parseError,
    projectError: errors.projectError,
    free: ['the order of keys, another one in each print'],
  };
}

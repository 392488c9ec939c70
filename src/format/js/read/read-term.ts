import { build, readJson, type Value } from '../../../value/index.ts';
import { readName } from '../../shared/read-names.ts';
import type { TextReader } from '../../shared/text-reader.ts';
import { UNSAID } from '../decode/elided.ts';
import { termNumber } from '../project/term-number.ts';
import { dedent, deeper, type Place } from './read-place.ts';
import { indexOf } from './index-of.ts';
import { endOfString } from './scan-string.ts';

const NUMBER = /-?(?:\d+(?:\.\d+)?(?:e[+-]\d+)?|Infinity)(?![\w(])|NaN(?![\w(])/y;
const WORD = /(?:null|true|false|undefined)(?![\w(])/y;

/** Reads what stands inside an expression; `undefined`: no value by itself. */
export function readTerm(outer: Place): Value | undefined {
  const { reader } = outer;
  if (reader.sees('"')) return readText(outer);
  const number = reader.match(NUMBER)?.[0];
  if (number !== undefined) return termNumber(Number(number));
  switch (reader.match(WORD)?.[0]) {
    case 'null':
      return build.nul;
    case 'true':
      return build.bool(true);
    case 'false':
      return build.bool(false);
    case 'undefined':
      return build.unsaid(UNSAID.lostTerm);
    default:
      return readNested(deeper(outer));
  }
}

function readNested(place: Place): Value | undefined {
  const { reader } = place;
  if (reader.takes('{')) return readMembers(place);
  if (!reader.takes('[')) return place.readers.special(place);
  const items = readTerms(place, ']');
  const known = items.filter((item) => item !== undefined);
  return known.length === items.length ? build.arr(known) : undefined;
}

function readText(place: Place): Value {
  const { reader, names, dialect } = place;
  if (dialect.traits.expressions?.strings !== 'raw') return readJsonString(reader);
  reader.expect('"');
  const choose = names.chooseText ?? names.choose;
  const text = readName(
    reader,
    choose === undefined ? {} : { choose },
    (from) => rawEnd(reader.text, from),
    /^[^"]*$/,
  );
  reader.expect('"');
  return build.str(dedent(text, place));
}

/** A string without escapes can end at any quote after which an argument, item or member may end. */
function rawEnd(text: string, from: number): number | undefined {
  for (let at = text.indexOf('"', from); at !== -1; at = text.indexOf('"', at + 1))
    if (AFTER.has(text.charAt(at + 1))) return at;
  return undefined;
}
const AFTER: ReadonlySet<string> = new Set([',', ')', ']', '}']);

function readJsonString(reader: TextReader): Value {
  const start = reader.offset;
  const end = endOfString(reader.text, start + 1, '"') ?? reader.fail('a closing quote');
  const reading = readJson(reader.text.slice(start, end + 1));
  reader.offset = end + 1;
  return reading.ok && typeof reading.json === 'string'
    ? build.str(reading.json)
    : reader.fail('a JSON string', start);
}

/**
 * Reads arguments or items up to what closes them. Where arrays stand without brackets, an empty one is nothing between two
 * commas: `Call(Var("f"), )`.
 */
export function readTerms(place: Place, close: string, mayBeEmpty = false): (Value | undefined)[] {
  const { reader } = place;
  const terms: (Value | undefined)[] = [];
  if (reader.takes(close)) return terms;
  for (;;) {
    const isEmpty = mayBeEmpty && (reader.sees(close) || reader.sees(', '));
    terms.push(isEmpty ? undefined : readTerm(place));
    if (reader.takes(close)) return terms;
    if (!reader.takes(', ')) reader.fail(`", " or "${close}"`);
  }
}

/** An object of an expression: its keys are not escaped, and stand in quotes from 4.3.0 on. */
function readMembers(place: Place): undefined {
  const { reader, names, dialect } = place;
  const quote = dialect.traits.expressions?.keys === 'quoted' ? '"' : '';
  if (reader.takes('}')) return undefined;
  for (;;) {
    reader.expect(quote);
    const ordinary = quote === '' ? /^[^":,{}]*$/ : /^[^"]*$/;
    readName(reader, names, (from) => indexOf(reader.text, `${quote}: `, from), ordinary);
    reader.expect(`${quote}: `);
    readTerm(place);
    if (reader.takes('}')) return undefined;
    if (!reader.takes(', ')) reader.fail('", " or "}"');
  }
}

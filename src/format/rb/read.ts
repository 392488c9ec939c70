/** Reads what `inspect` writes, without recursion deeper than `DEPTH`; both syntaxes of hashes. */
import { build, toWire, type Entry, type RefValue, type Value } from '../../value/index.ts';
import { likeliest } from '../shared/options.ts';
import { refOfPath } from '../shared/path-ref.ts';
import type { TextReader } from '../shared/text-reader.ts';
import { PLAIN_SYMBOL } from './inspect-text.ts';
import { readRubyTime, rubyDate } from './time.ts';
import { unquote, unquoteBytes } from './unquote.ts';
import type { RubyTraits } from './traits.ts';

/** Nesting beyond this is refused: `SystemStackError` is not far for Ruby either. */
const DEPTH = 1000;

/** A string in double quotes, before its escapes are opened. */
export const QUOTED = /"(?:[^"\\]|\\[\s\S])*"/y;
/** The key of a hash that is not quoted: `:a=>`. */
export const OLD_KEY = new RegExp(`:(${PLAIN_SYMBOL})=>`, 'uy');
/** The same from Ruby 3.4 on: `a: `. */
export const NEW_KEY = new RegExp(`(${PLAIN_SYMBOL}): `, 'uy');
const TIME = /(?:\d{5,10}|[+-]?\d{4,10})-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,9})? UTC/y;
const DATE = /#<Date: ([+-]?\d{4,10}-\d\d-\d\d) \(\(-?\d+j,0s,0n\),\+0s,2299161j\)>/y;
const FLOAT = /-?(?:\d+\.\d+(?:e[+-]\d\d+)?|Infinity)|NaN/y;
const INTEGER = /-?\d+/y;
const OBJECT = /#<Fauna::(Ref|SetRef|Bytes|QueryV):0x[\da-f]+ /y;

export function readValue(reader: TextReader, traits: RubyTraits, depth = 0): Value {
  if (depth > DEPTH) return reader.fail(`at most ${DEPTH} levels of nesting`);
  if (reader.takes('nil')) return build.nul;
  if (reader.takes('true')) return build.bool(true);
  if (reader.takes('false')) return build.bool(false);
  if (reader.sees('"')) return build.str(quoted(reader));
  if (reader.takes('[')) return build.arr(items(reader, ']', () => readValue(reader, traits, depth + 1)));
  if (reader.sees('{')) return build.obj(hash(reader, traits, depth + 1));
  if (reader.sees('#<Date')) return date(reader);
  const name = reader.match(OBJECT)?.[1];
  if (name !== undefined) return object(reader, name, traits, depth + 1);
  return scalar(reader);
}

function scalar(reader: TextReader): Value {
  const time = reader.match(TIME)?.[0];
  const text = time === undefined ? undefined : readRubyTime(time);
  if (text !== undefined) return build.ts(text);
  const float = reader.match(FLOAT)?.[0];
  if (float !== undefined) return build.double(Number(float));
  const integer = reader.match(INTEGER)?.[0];
  if (integer !== undefined) return build.long(BigInt(integer));
  return reader.fail('a value');
}

function date(reader: TextReader): Value {
  const start = reader.offset;
  const [whole, day] = reader.match(DATE) ?? reader.fail('a date');
  const text = day !== undefined && /^\d{5}/.test(day) ? `+${day}` : (day ?? '');
  return rubyDate(text) === whole ? build.date(text) : reader.fail('a date and its Julian day', start);
}

function hash(reader: TextReader, traits: RubyTraits, depth: number): Entry[] {
  reader.expect('{');
  return items(reader, '}', (): Entry => [key(reader, traits), readValue(reader, traits, depth)]);
}

function key(reader: TextReader, { newHash }: RubyTraits): string {
  if (newHash) {
    const plain = reader.match(NEW_KEY)?.[1];
    if (plain !== undefined) return plain;
    const text = quoted(reader);
    reader.expect(': ');
    return text;
  }
  const plain = reader.match(OLD_KEY)?.[1];
  if (plain !== undefined) return plain;
  reader.expect(':');
  const text = quoted(reader);
  reader.expect('=>');
  return text;
}

function items<T>(reader: TextReader, close: string, item: () => T): T[] {
  if (reader.takes(close)) return [];
  const found = [item()];
  while (reader.takes(', ')) found.push(item());
  if (!reader.takes(close)) reader.fail(`", " or "${close}"`);
  return found;
}

function object(reader: TextReader, name: string, traits: RubyTraits, depth: number): Value {
  const value = members(reader, name, traits, depth);
  reader.expect('>');
  return value;
}

function members(reader: TextReader, name: string, traits: RubyTraits, depth: number): Value {
  if (name === 'Ref') return ref(reader, traits, depth);
  if (name === 'Bytes') {
    reader.expect('@bytes=');
    const [text] = reader.match(QUOTED) ?? reader.fail('bytes in double quotes');
    return build.bytes(unquoteBytes(text) ?? reader.fail('bytes'));
  }
  reader.expect('@value=');
  const entries = hash(reader, traits, depth);
  if (name === 'SetRef') return build.set(entries);
  return build.query(toWire(likeliest(build.obj(entries)), traits.generation));
}

function ref(reader: TextReader, traits: RubyTraits, depth: number): RefValue {
  if (traits.ref === 'path') {
    reader.expect('@value=');
    return refOfPath(quoted(reader));
  }
  reader.expect('@id=');
  const id = quoted(reader);
  return build.ref(id, part(reader, 'class_', traits, depth), part(reader, 'database', traits, depth));
}

function part(reader: TextReader, name: string, traits: RubyTraits, depth: number): RefValue | undefined {
  if (!reader.takes(`, @${name}=`)) return undefined;
  const value = readValue(reader, traits, depth);
  return value.kind === 'ref' ? value : reader.fail('a ref');
}

function quoted(reader: TextReader): string {
  const start = reader.offset;
  const [text] = reader.match(QUOTED) ?? reader.fail('a string in double quotes');
  return unquote(text) ?? reader.fail('escapes of Ruby', start);
}

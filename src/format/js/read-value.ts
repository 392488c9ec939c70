import { build, type Entry, type Value } from '../../value/index.ts';
import type { Names } from '../shared/read-names.ts';
import type { TextReader } from '../shared/text-reader.ts';
import { asObject } from './as-object.ts';
import { UNSAID } from './decode.ts';
import { readSpecial, seesCall, type Place } from './read-call.ts';
import { readString } from './read-string.ts';

const SPACE = /\s*/y;
const IDENTIFIER = /[A-Za-z_]\w*/y;
const NUMBER = /-?(?:\d+(?:\.\d+)?(?:e[+-]\d+)?|Infinity)(?!\w)|NaN(?!\w)/y;
const WORD = /(?:null|true|false)(?!\w)/y;
const MORE_ITEMS = /\.\.\. (\d+) more items?/y;
/** The one key that Node.js (14 and later) does not print bare or in mere quotes. */
const PROTO = "['__proto__']";

/** Reads a whole print of a structured value. White space between tokens is layout and means nothing (spec 4.3). */
export function readWhole(reader: TextReader, names: Names): Value {
  const value = readValue({ reader, names, depth: 0 });
  skipSpace(reader);
  reader.end();
  return value;
}

function readValue(place: Place): Value {
  const { reader } = place;
  skipSpace(reader);
  if (reader.takes('{')) return readObject(place);
  if (reader.takes('[Object]')) return build.unsaid(UNSAID.deepObject);
  if (reader.takes('[Array]')) return build.unsaid(UNSAID.deepArray);
  if (reader.takes('[')) return readArray(place);
  const string = readString(reader);
  if (string !== undefined) return build.str(string.value, string.cut);
  if (seesCall(reader)) return readSpecial(place);
  const number = reader.match(NUMBER)?.[0];
  if (number !== undefined) return build.num(Number(number));
  switch (reader.match(WORD)?.[0] ?? '') {
    case 'null':
      return build.nul;
    case 'true':
      return build.bool(true);
    case 'false':
      return build.bool(false);
    default:
      return reader.fail('a value');
  }
}

function readObject(place: Place): Value {
  const { reader } = place;
  const entries: Entry[] = [];
  skipSpace(reader);
  if (reader.takes('}')) return build.obj(entries);
  for (;;) {
    skipSpace(reader);
    const key = readKey(reader);
    skipSpace(reader);
    reader.expect(':');
    entries.push([key, readValue({ ...place, depth: place.depth + 1 })]);
    skipSpace(reader);
    if (reader.takes('}')) return asObject(entries);
    if (!reader.takes(',')) reader.fail('"," or "}"');
  }
}

function readKey(reader: TextReader): string {
  if (reader.takes(PROTO)) return '__proto__';
  const bare = reader.match(IDENTIFIER)?.[0];
  return bare ?? readString(reader)?.value ?? reader.fail('a key');
}

function readArray(place: Place): Value {
  const { reader } = place;
  const items: Value[] = [];
  skipSpace(reader);
  if (reader.takes(']')) return build.arr(items);
  for (;;) {
    skipSpace(reader);
    const more = reader.match(MORE_ITEMS)?.[1];
    if (more === undefined) items.push(readValue({ ...place, depth: place.depth + 1 }));
    skipSpace(reader);
    if (reader.takes(']')) return build.arr(items, more === undefined ? undefined : Number(more));
    if (more !== undefined || !reader.takes(',')) reader.fail(more === undefined ? '"," or "]"' : '"]"');
  }
}

function skipSpace(reader: TextReader): void {
  reader.match(SPACE);
}

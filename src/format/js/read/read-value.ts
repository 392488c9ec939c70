import { build, type Entry, type ObjectValue, type Value } from '../../../value/index.ts';
import type { TextReader } from '../../shared/text-reader.ts';
import { asObject } from '../project/as-object.ts';
import { classValue } from '../project/class-value.ts';
import { depthOf, printsItself, type ClassName } from '../dialect.ts';
import { hasUnescapedKeys } from '../layout/key.ts';
import { elidedValue } from '../decode/elided.ts';
import { readBytesContent } from './read-bytes.ts';
import { inside, type Place } from './read-place.ts';
import { readSpecial, seesCall } from './read-special.ts';
import { skipSpace } from './skip-space.ts';
import { readString } from './read-string.ts';
import { readUnescapedKey } from './read-unescaped-key.ts';
import { withUndecoded } from '../project/undecoded.ts';

const IDENTIFIER = /[A-Za-z_]\w*/y;
const NUMBER = /-?(?:\d+(?:\.\d+)?(?:e[+-]\d+)?|Infinity)(?![\w(])|NaN(?![\w(])/y;
const WORD = /(?:null|true|false)(?![\w(])/y;
const MORE_ITEMS = /\.\.\. (\d+) more items?/y;
const ELIDED = /\[[A-Z]\w*\]/y;
const CLASS = /(Ref|SetRef|FaunaTime|FaunaDate|Bytes|Query)\s*\{/y;
/** How releases of Node.js print the key `__proto__`, beside bare. */
const PROTO = /\['__proto__'\]|\[__proto__\]/y;

/** Reads one value. White space between tokens is layout and means nothing (spec 4.3). */
export function readValue(place: Place): Value {
  const { reader } = place;
  skipSpace(reader);
  switch (reader.text.charAt(reader.offset)) {
    case '{':
      reader.offset += 1;
      return object(asObject(readMembers(place)), place);
    case '[':
      return readElided(place) ?? readArray(place);
    case "'":
    case '"':
    case '`': {
      const string = readString(reader) ?? reader.fail('a string');
      return build.str(string.value, string.cut);
    }
    default:
      return readNumber(reader) ?? readWord(reader) ?? readObject(place);
  }
}

/** Nothing that is nested too deep has anything in it that the driver could have left undecoded. */
function object(read: ObjectValue, { depth, dialect }: Place): Value {
  return depth > depthOf(dialect) ? read : withUndecoded(read, dialect);
}

function readNumber(reader: TextReader): Value | undefined {
  const number = reader.match(NUMBER)?.[0];
  return number === undefined ? undefined : build.num(Number(number));
}

function readWord(reader: TextReader): Value | undefined {
  switch (reader.match(WORD)?.[0]) {
    case 'null':
      return build.nul;
    case 'true':
      return build.bool(true);
    case 'false':
      return build.bool(false);
    default:
      return undefined;
  }
}

/** What stands for something nested too deep; the driver prints whatever is not. */
function readElided(place: Place): Value | undefined {
  const { reader, depth, dialect } = place;
  const start = reader.offset;
  const text = reader.match(ELIDED)?.[0];
  if (text === undefined) return undefined;
  const value = depth > depthOf(dialect) ? elidedValue(text, dialect.traits.id) : undefined;
  return value ?? reader.fail('the text as the driver prints it', start);
}

/** A value of the driver's classes. */
function readObject(place: Place): Value {
  const { reader, dialect } = place;
  const start = reader.offset;
  const className = classNamed(reader.match(CLASS)?.[1]);
  if (className === undefined) return seesCall(reader) ? readSpecial(place) : reader.fail('a value');
  if (printsItself(className, dialect) || place.depth > depthOf(dialect))
    reader.fail('the text as the driver prints it', start);
  const content = className === 'Bytes' ? readBytesMember(inside(place)) : readContent(inside(place));
  return (
    classValue(className, content, dialect) ?? reader.fail(`what the driver has in a ${className}`, start)
  );
}

function classNamed(name: string | undefined): ClassName | undefined {
  switch (name) {
    case 'Ref':
    case 'SetRef':
    case 'FaunaTime':
    case 'FaunaDate':
    case 'Bytes':
    case 'Query':
      return name;
    default:
      return undefined;
  }
}

function readContent(place: Place): Value {
  const { reader } = place;
  readValueKey(reader);
  const value = readValue(place);
  readEnd(reader);
  return value;
}

function readBytesMember(place: Place): Value {
  const { reader } = place;
  readValueKey(reader);
  skipSpace(reader);
  const value =
    (place.depth > depthOf(place.dialect) ? readElided(place) : undefined) ?? readBytesContent(reader);
  readEnd(reader);
  return value;
}

function readValueKey(reader: TextReader): void {
  skipSpace(reader);
  reader.expect('value');
  skipSpace(reader);
  reader.expect(':');
}

function readEnd(reader: TextReader): void {
  skipSpace(reader);
  reader.expect('}');
}

function readMembers(place: Place): Entry[] {
  const { reader } = place;
  const entries: Entry[] = [];
  skipSpace(reader);
  if (reader.takes('}')) return entries;
  const inner = inside(place);
  for (;;) {
    skipSpace(reader);
    const key = readKey(inner);
    skipSpace(reader);
    reader.expect(':');
    entries.push([key, readValue(inner)]);
    skipSpace(reader);
    if (reader.takes('}')) return entries;
    if (!reader.takes(',')) reader.fail('"," or "}"');
  }
}

function readKey({ reader, names, dialect }: Place): string {
  const bare = reader.match(IDENTIFIER)?.[0];
  if (bare !== undefined) return bare;
  if (reader.match(PROTO) !== undefined) return '__proto__';
  if (hasUnescapedKeys(dialect.profile) && reader.sees("'")) return readUnescapedKey(reader, names);
  return readString(reader)?.value ?? reader.fail('a key');
}

function readArray(place: Place): Value {
  const { reader } = place;
  reader.expect('[');
  const items: Value[] = [];
  skipSpace(reader);
  if (reader.takes(']')) return build.arr(items);
  const inner = inside(place);
  for (;;) {
    skipSpace(reader);
    const more = reader.sees('...') ? reader.match(MORE_ITEMS)?.[1] : undefined;
    if (more === undefined) items.push(readValue(inner));
    skipSpace(reader);
    if (reader.takes(']')) return build.arr(items, more === undefined ? undefined : Number(more));
    if (more !== undefined || !reader.takes(',')) reader.fail(more === undefined ? '"," or "]"' : '"]"');
  }
}

import { build, type Entry, type Value } from '../../value/index.ts';
import { readBytes } from '../shared/direct/bytes.ts';
import type { DirectReader } from '../shared/direct/direct-reader.ts';
import { readMemberRef, type RefStyle } from '../shared/direct/member-ref.ts';
import { hasOwnKeys } from '../shared/direct/own-keys.ts';
import type { DirectStyle, ListShape, MapShape } from '../shared/direct/style.ts';
import { readPlainDouble } from './double-text.ts';
import { pathRef } from './path-ref.ts';
import { isPlainTime } from './plain-time.ts';
import { LOST_ARRAY, bodyText } from './print.ts';
import { dateOrTime, doubleOf, objectOf, opaqueQuery, opaqueSet } from './project.ts';
import { ARRAY_TEXT, QUERY_TEXT, type Traits } from './traits.ts';

const LONG_MIN = -(2n ** 63n);
const LONG_MAX = 2n ** 63n - 1n;
const TRUE = build.bool(true);
const FALSE = build.bool(false);
const NAME =
  /(?:NullV|(?:BooleanV|LongV|DoubleV|StringV|FaunaDate|FaunaTime|BytesV|RefV|SetRefV|QueryV|ObjectV|Arr|UObject|UArr)\()/y;

/** The `NameV(…)` texts (`csGrammar`), read directly. */
export function csStyle(traits: Traits): DirectStyle {
  const map = (make: (entries: readonly Entry[]) => Value): MapShape => ({
    keyed: true,
    separator: ',',
    close: ')',
    make: (entries, areKnown) => (areKnown || hasOwnKeys(entries) ? make(entries) : undefined),
  });
  const list = (make: (items: readonly Value[]) => Value | undefined): ListShape => ({
    keyed: false,
    separator: ', ',
    close: ')',
    make,
  });
  const object = map((entries) => objectOf(entries, traits));
  const array = list((items) => ({ kind: 'array', items }));
  // The body of a query is read as values, and printed again for its text.
  const bodyObject = map(build.obj);
  const bodyArray = list(build.arr);
  const query = list(([body, ...others]) =>
    body?.kind === 'object' && others.length === 0 ? opaqueQuery(traits, bodyText(body, traits)) : undefined,
  );
  const set = opaqueSet(traits);
  const named = opaqueQuery(traits, QUERY_TEXT);
  const ref: RefStyle = { open: 'RefV(id = "', container: `, ${traits.ref} = ` };

  const body = (reader: DirectReader): ListShape | MapShape | undefined => {
    if (reader.takes('UObject(')) return bodyObject;
    if (reader.takes('UArr(')) return bodyArray;
    if (!reader.takes('QueryV(')) return undefined;
    reader.mustReprint = true;
    return query;
  };

  const setText = `SetRefV(${traits.setText})`;
  const lostArray = `Arr(${ARRAY_TEXT})`;
  const queryName = `QueryV(${QUERY_TEXT})`;

  const leaf = (reader: DirectReader): Value => {
    switch (reader.text[reader.offset]) {
      case 'S':
        if (reader.takes('StringV('))
          return { kind: 'string', value: reader.untilBorder(')', 'a string and its closing parenthesis') };
        return reader.takes(setText) ? set : reader.fail('a value');
      case 'L':
        reader.expect('LongV(');
        return readLong(reader, traits);
      case 'D':
        reader.expect('DoubleV(');
        return readDouble(reader, traits);
      case 'B':
        if (reader.takes('BooleanV(True)')) return TRUE;
        if (reader.takes('BooleanV(False)')) return FALSE;
        if (traits.bytes && reader.takes('BytesV('))
          return reader.takes(')') ? build.bytes([]) : readBytes(reader, ', ', ')');
        return reader.fail('a value');
      case 'R':
        return readRef(reader, traits, ref);
      case 'F':
        if (reader.takes('FaunaDate(')) return readDate(reader, traits);
        return traits.time === 'iso' && reader.takes('FaunaTime(')
          ? readTime(reader)
          : reader.fail('a value');
      case 'N':
        reader.expect('NullV');
        return build.nul;
      case 'A':
        return !traits.arrays && reader.takes(lostArray) ? LOST_ARRAY : reader.fail('a value');
      case 'Q':
        return traits.query === 'name' && reader.takes(queryName) ? named : reader.fail('a value');
      default:
        return reader.fail('a value');
    }
  };

  return {
    is: ': ',
    starts(text, at) {
      NAME.lastIndex = at;
      return NAME.test(text);
    },
    open(reader) {
      if (reader.takes('ObjectV(')) return object;
      if (traits.arrays && reader.takes('Arr(')) return array;
      return traits.query === 'body' ? body(reader) : undefined;
    },
    leaf,
  };
}

/** What stands up to the next closing parenthesis, which is stepped over. */
function content(reader: DirectReader): string {
  const { text, offset: start } = reader;
  const end = text.indexOf(')', start);
  if (end === -1) return reader.fail('a closing parenthesis');
  reader.offset = end + 1;
  return text.slice(start, end);
}

function readLong(reader: DirectReader, { culture: { minusSign } }: Traits): Value {
  const start = reader.offset;
  const text = content(reader);
  const digits = text.startsWith(minusSign) ? text.slice(minusSign.length) : text;
  if (!/^(?:0|[1-9]\d{0,18})$/.test(digits) || (digits === '0' && digits !== text))
    return reader.fail('a 64-bit integer', start);
  const value = digits === text ? BigInt(digits) : -BigInt(digits);
  return digits.length < 19 || (value >= LONG_MIN && value <= LONG_MAX)
    ? { kind: 'long', value }
    : reader.fail('a 64-bit integer', start);
}

function readDouble(reader: DirectReader, traits: Traits): Value {
  const start = reader.offset;
  const text = content(reader);
  const plain = readPlainDouble(text, traits);
  if (plain !== undefined) return { kind: 'double', value: plain };
  return doubleOf(text, traits) ?? reader.fail('a double', start);
}

function readRef(reader: DirectReader, traits: Traits, style: RefStyle): Value {
  if (traits.ref !== 'path') {
    reader.expect(style.open);
    return readMemberRef(reader, style);
  }
  reader.expect('RefV(');
  const start = reader.offset;
  const path = reader.untilBorder(')', 'a path and its closing parenthesis');
  return pathRef(path) ?? reader.fail('a path', start);
}

function readDate(reader: DirectReader, traits: Traits): Value {
  const start = reader.offset;
  return dateOrTime(content(reader), traits) ?? reader.fail('a date of this culture', start);
}

function readTime(reader: DirectReader): Value {
  const start = reader.offset;
  const text = content(reader);
  return isPlainTime(text) ? build.ts(text, 100) : reader.fail('a time', start);
}

import { build, type Entry, type Value } from '../../../value/index.ts';
import { readBytes } from '../../shared/direct/bytes.ts';
import { isDay } from '../../shared/direct/calendar.ts';
import type { DirectReader } from '../../shared/direct/direct-reader.ts';
import { readMemberRef, type RefStyle } from '../../shared/direct/member-ref.ts';
import { hasOwnKeys } from '../../shared/direct/own-keys.ts';
import type { DirectStyle, ListShape, MapShape } from '../../shared/direct/style.ts';
import type { DoubleStyle } from '../double-text.ts';
import { isPlainTime } from '../plain-time.ts';
import { printDev } from './print.ts';
import { NUMBER, numberOf, objectOf, opaqueOf } from './project.ts';

const TRUE = build.bool(true);
const FALSE = build.bool(false);
const EMPTY = objectOf([]);
const STARTS =
  /null|true|false|-?\d|-?Infinity|NaN|"|Date\("|Time\("|Bytes\(|Ref\(id="|SetRef\(\{|Query\(\{|\{["}]|\[/y;
const REF: RefStyle = { open: 'Ref(id="', container: ', collection=', database: ', database=' };

/** The text of the development branch (`devGrammar`), read directly. */
export function devStyle(style: DoubleStyle): DirectStyle {
  const list = (make: (items: readonly Value[]) => Value | undefined, close: string): ListShape => ({
    keyed: false,
    separator: ', ',
    close,
    make,
  });
  const opaque = (kind: 'set' | 'query'): ListShape =>
    list(([body, ...others]) => {
      const text = body === undefined || others.length > 0 ? '' : printDev(body, style);
      return text.startsWith('{') ? opaqueOf(kind, text) : undefined;
    }, ')');
  const array = list((items) => ({ kind: 'array', items }), ']');
  const set = opaque('set');
  const query = opaque('query');

  const leaf = (reader: DirectReader): Value => {
    if (reader.takes('"')) return { kind: 'string', value: readString(reader) };
    if (reader.takes('null')) return build.nul;
    if (reader.takes('true')) return TRUE;
    if (reader.takes('false')) return FALSE;
    if (reader.takes('{}')) return EMPTY;
    if (reader.takes(REF.open)) return readMemberRef(reader, REF);
    if (reader.takes('Date("')) return readDate(reader);
    if (reader.takes('Time("')) return readTime(reader);
    if (reader.takes('Bytes(')) return reader.takes(')') ? build.bytes([]) : readBytes(reader, ', ', ')');
    return readNumber(reader, style);
  };

  return {
    is: '": ',
    starts(text, at) {
      STARTS.lastIndex = at;
      return STARTS.test(text);
    },
    open(reader) {
      if (reader.takes('{"')) return OBJECT;
      if (reader.takes('[')) return array;
      if (reader.takes('SetRef(')) return set;
      return reader.takes('Query(') ? query : undefined;
    },
    leaf,
  };
}

/** The quote that opens a key belongs to what stands before it. */
const OBJECT: MapShape = {
  keyed: true,
  separator: ', "',
  close: '}',
  isFilled: true,
  make: (entries: readonly Entry[], areKnown) =>
    areKnown || hasOwnKeys(entries) ? objectOf(entries) : undefined,
};

/** A backslash before the closing quote may be the string's own: such an end comes after the first plain one. */
function readString(reader: DirectReader): string {
  const { text, offset: start } = reader;
  const escaped: number[] = [];
  let end = text.indexOf('"', start);
  for (; end > start && text[end - 1] === '\\'; end = text.indexOf('"', end + 1)) escaped.push(end);
  const last = [...(end === -1 ? [] : [end]), ...escaped].find((quote) => reader.isBorder(quote + 1));
  if (last === undefined) return reader.fail('a string and its closing double quote', start);
  reader.offset = last + 1;
  return text.slice(start, last).replaceAll('\\"', '"');
}

/** What stands up to the next double quote; it and the parenthesis behind it are stepped over. */
function content(reader: DirectReader): string {
  const { text, offset: start } = reader;
  const end = text.indexOf('"', start);
  if (end !== -1) reader.offset = end;
  reader.expect('")');
  return text.slice(start, end);
}

function readDate(reader: DirectReader): Value {
  const start = reader.offset;
  const text = content(reader);
  return text.length === 10 && isDay(text, 0) ? { kind: 'date', text } : reader.fail('a date', start);
}

function readTime(reader: DirectReader): Value {
  const start = reader.offset;
  const text = content(reader);
  return isPlainTime(text) ? build.ts(text, 100) : reader.fail('a time', start);
}

function readNumber(reader: DirectReader, style: DoubleStyle): Value {
  const start = reader.offset;
  const text = reader.match(NUMBER)?.[0] ?? reader.fail('a value');
  return numberOf(text, style) ?? reader.fail('a number', start);
}

import { build, type Entry, type RefValue, type Value } from '../../value/index.ts';
import { readName, type Names } from '../shared/read-names.ts';
import type { TextReader } from '../shared/text-reader.ts';
import { jsonOf } from './json-of.ts';
import { readBytes, readString } from './read-literal.ts';

const FLOAT = /-?(?:\d+\.\d+(?:e[+-]\d+)?|\d+e[+-]\d+|inf)(?![\w.])|nan(?!\w)/y;
const INTEGER = /-?\d+(?![\w.])/y;
const WORD = /(?:None|True|False)(?!\w)/y;
const DATE = /datetime\.date\((\d{1,4}), (\d{1,2}), (\d{1,2})\)/y;
const ISO_DATE = /\d{4}-\d\d-\d\d$/y;
/** A name ends before one of these. */
const NAME_END = /, collection=Ref\(id=|, database=Ref\(id=|\)/g;

/** Reads a whole print of anything but a string. */
export function readWhole(reader: TextReader, names: Names): Value {
  const date = reader.match(ISO_DATE)?.[0];
  const value = date === undefined ? readValue(reader, names) : build.date(date);
  reader.end();
  return value;
}

function readValue(reader: TextReader, names: Names): Value {
  const string = readString(reader);
  if (string !== undefined) return build.str(string);
  if (reader.takes('{')) return build.obj(readEntries(reader, names));
  if (reader.takes('[')) return readList(reader, names);
  if (reader.sees('Ref(')) return readRef(reader, names);
  const float = reader.match(FLOAT)?.[0];
  if (float !== undefined)
    return build.double(Number(float.replace('inf', 'Infinity').replace('nan', 'NaN')));
  const integer = reader.match(INTEGER)?.[0];
  if (integer !== undefined) return build.long(BigInt(integer));
  switch (reader.match(WORD)?.[0] ?? '') {
    case 'None':
      return build.nul;
    case 'True':
      return build.bool(true);
    case 'False':
      return build.bool(false);
    default:
      return readSpecial(reader, names);
  }
}

function readSpecial(reader: TextReader, names: Names): Value {
  const date = reader.match(DATE);
  if (date !== undefined) {
    const [, year = '', month = '', day = ''] = date;
    return build.date(`${year.padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  }
  if (reader.takes('FaunaTime(')) {
    const text = readString(reader) ?? reader.fail('a string');
    reader.expect(')');
    return build.ts(text);
  }
  if (reader.takes('bytearray(b')) {
    const value = build.bytes(readBytes(reader));
    reader.expect(')');
    return value;
  }
  const kind = reader.takes('SetRef(') ? 'set' : reader.takes('Query(') ? 'query' : undefined;
  if (kind === undefined) return reader.fail('a value');
  const content = readValue(reader, names);
  reader.expect(')');
  if (kind === 'query') return build.query(jsonOf(content));
  return content.kind === 'object'
    ? build.set(content.entries.map(withSetInEvents))
    : build.obj([['@set', content]]);
}

/** The set inside `events` came without its tag: see `repr.ts`. */
function withSetInEvents([key, value]: Entry): Entry {
  return key === 'events' && value.kind === 'object'
    ? [key, build.set(value.entries.map(withSetInEvents))]
    : [key, value];
}

function readEntries(reader: TextReader, names: Names): Entry[] {
  const entries: Entry[] = [];
  if (reader.takes('}')) return entries;
  for (;;) {
    const key = readString(reader) ?? reader.fail('a key in quotes');
    reader.expect(': ');
    entries.push([key, readValue(reader, names)]);
    if (reader.takes('}')) return entries;
    if (!reader.takes(', ')) reader.fail('", " or "}"');
  }
}

function readList(reader: TextReader, names: Names): Value {
  const items: Value[] = [];
  if (reader.takes(']')) return build.arr(items);
  for (;;) {
    items.push(readValue(reader, names));
    if (reader.takes(']')) return build.arr(items);
    if (!reader.takes(', ')) reader.fail('", " or "]"');
  }
}

function readRef(reader: TextReader, names: Names): RefValue {
  reader.expect('Ref(id=');
  const id = readName(reader, names, (from) => {
    NAME_END.lastIndex = from;
    return NAME_END.exec(reader.text)?.index;
  });
  const collection = reader.takes(', collection=') ? readRef(reader, names) : undefined;
  const database = reader.takes(', database=') ? readRef(reader, names) : undefined;
  reader.expect(')');
  return build.ref(id, collection, database);
}

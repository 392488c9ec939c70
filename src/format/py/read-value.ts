import { build, type Entry, type RefValue, type Value } from '../../value/index.ts';
import { readName, type Names } from '../shared/read-names.ts';
import type { TextReader } from '../shared/text-reader.ts';
import { inHashOrder } from './hash-order.ts';
import { jsonOf } from './json-of.ts';
import { refOfPath } from './path.ts';
import { readBytes, readString } from './read-literal.ts';
import { rounded } from './rounded.ts';
import type { Traits } from './traits.ts';
import { asTagged } from './untagged.ts';

const FLOAT = /-?(?:\d+\.\d+(?:e[+-]\d+)?|\d+e[+-]\d+|inf)(?![\w.])|nan(?!\w)/y;
const INTEGER = /-?\d+L?(?![\w.])/y;
const WORD = /(?:None|True|False)(?!\w)/y;
const DATE = /datetime\.date\((\d{1,4}), (\d{1,2}), (\d{1,2})\)/y;
const ISO_DATE = /\d{4}-\d\d-\d\d$/y;
/** Python itself does not print what is nested about as deeply. */
export const MOST_DEPTH = 1000;

/** Reads whole prints of anything but a string. */
export function valueReader(traits: Traits): (reader: TextReader, names: Names) => Value {
  const container = traits.refs === 'class' ? 'class' : 'collection';
  /** A name ends before one of these. */
  const nameEnd = new RegExp(`, ${container}=Ref\\(id=|, database=Ref\\(id=|\\)`, 'g');
  let depth = 0;

  function readWhole(reader: TextReader, names: Names): Value {
    depth = 0;
    const date = reader.match(ISO_DATE)?.[0];
    const path = traits.refs === 'path' ? reader.match(PATH)?.[0] : undefined;
    if (date !== undefined) return build.date(date);
    if (path !== undefined) return refOfPath(path);
    const value = readValue(reader, names);
    reader.end();
    return value.kind === 'double' ? rounded(value.value, traits) : value;
  }

  function readText(reader: TextReader): string | undefined {
    if (!traits.isPython2) return readString(reader);
    return reader.sees("u'") || reader.sees('u"') ? (reader.offset++, readString(reader)) : undefined;
  }

  function readValue(reader: TextReader, names: Names): Value {
    if (depth >= MOST_DEPTH) reader.fail(`a value nested less than ${MOST_DEPTH} deep`);
    depth += 1;
    const value = readAny(reader, names);
    depth -= 1;
    return value;
  }

  function readAny(reader: TextReader, names: Names): Value {
    const string = readText(reader);
    if (string !== undefined) return build.str(string);
    if (reader.takes('{')) return inHashOrder(asTagged(readEntries(reader, names), traits), traits);
    if (reader.takes('[')) return readList(reader, names);
    if (reader.sees('Ref(')) return traits.refs === 'path' ? readPath(reader) : readRef(reader, names);
    const float = reader.match(FLOAT)?.[0];
    if (float !== undefined)
      return build.double(Number(float.replace('inf', 'Infinity').replace('nan', 'NaN')));
    const integer = reader.match(INTEGER)?.[0];
    if (integer !== undefined) return readInteger(reader, integer);
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

  /** Only Python 2 has a letter behind some integers. */
  function readInteger(reader: TextReader, text: string): Value {
    if (text.endsWith('L') && !traits.isPython2) reader.fail('an integer of Python 3');
    return build.long(BigInt(text.replace('L', '')));
  }

  function readSpecial(reader: TextReader, names: Names): Value {
    const date = reader.match(DATE);
    if (date !== undefined) {
      const [, year = '', month = '', day = ''] = date;
      return build.date(`${year.padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
    }
    if (reader.takes('FaunaTime(')) {
      const text = readText(reader) ?? reader.fail('a string');
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
    if (kind === 'query') return build.query(jsonOf(content, traits));
    return content.kind === 'object'
      ? build.set(content.entries.map(withSetInEvents))
      : build.obj([['@set', content]]);
  }

  function readEntries(reader: TextReader, names: Names): Entry[] {
    const entries: Entry[] = [];
    if (reader.takes('}')) return entries;
    for (;;) {
      const key = readText(reader) ?? reader.fail('a key in quotes');
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

  function readPath(reader: TextReader): Value {
    reader.expect('Ref(');
    const path = readText(reader) ?? reader.fail('a path in quotes');
    reader.expect(')');
    return refOfPath(path);
  }

  function readRef(reader: TextReader, names: Names): RefValue {
    if (depth >= MOST_DEPTH) reader.fail(`a ref nested less than ${MOST_DEPTH} deep`);
    depth += 1;
    reader.expect('Ref(id=');
    const id = readName(reader, names, (from) => {
      nameEnd.lastIndex = from;
      return nameEnd.exec(reader.text)?.index;
    });
    const collection = reader.takes(`, ${container}=`) ? readRef(reader, names) : undefined;
    const database = reader.takes(', database=') ? readRef(reader, names) : undefined;
    reader.expect(')');
    depth -= 1;
    return build.ref(id, collection, database);
  }

  return readWhole;
}

/** At the top a ref prints as its bare path: a native name, or more. Of other words a string is likelier. */
const PATH =
  /(?:classes|indexes|databases|functions|roles|access_providers|keys|tokens|credentials)(?:\/[^/]+){0,2}$/y;

/** The set inside `events` came without its tag: see `repr.ts`. */
function withSetInEvents([key, value]: Entry): Entry {
  return key === 'events' && value.kind === 'object'
    ? [key, build.set(value.entries.map(withSetInEvents))]
    : [key, value];
}

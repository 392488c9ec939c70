/** The texts of `swiftGrammar`, read directly: strings end where the next item, the next key or the end is plain to see. */
import { build, type Entry, type RefValue, type Value } from '../../value/index.ts';
import { MOST_LEVELS, type DirectReader } from '../shared/direct/direct-reader.ts';
import { hasOwnKeys } from '../shared/direct/own-keys.ts';
import type { DirectStyle, ListShape, MapShape } from '../shared/direct/style.ts';
import { dictionaryReading } from './grammar.ts';
import { readBody } from './query.ts';
import { QUOTED, unquote } from './strings.ts';
import type { SwiftTraits } from './traits.ts';
import { listReading, wordReading } from './words.ts';

const IS = ': ';
const KEY = new RegExp(QUOTED + IS, 'y');
const ID = /[^\s"'()[\]{},=]*(?=\)|, class=RefV\(id=|, database=RefV\(id=)/y;
const COMMA = 0x2c;
const CLOSE = 0x5d;

export function swiftDirect(traits: SwiftTraits): DirectStyle {
  const array: ListShape = { keyed: false, separator: ', ', close: ']', make: listReading };
  const dictionary: MapShape = { keyed: true, separator: ', ', close: ']', make: dictionaryOf };
  return {
    is: IS,
    starts: () => true,
    endOfKey,
    open(reader) {
      if (reader.sees('[:]') || !reader.takes('[')) return undefined;
      return endOfKey(reader.text, reader.offset) === -1 ? array : dictionary;
    },
    leaf(reader) {
      if (reader.takes('[:]')) return dictionaryReading([]);
      if (traits.ref === 'members' && reader.sees('RefV(id=')) return readRef(reader, 0);
      if (traits.query && reader.sees('QueryV(')) return readQuery(reader);
      return readWord(reader, traits);
    },
  };
}

function endOfKey(text: string, at: number): number {
  KEY.lastIndex = at;
  return KEY.test(text) ? KEY.lastIndex - IS.length : -1;
}

function dictionaryOf(quoted: readonly Entry[]): Value | undefined {
  const entries: Entry[] = [];
  for (const [key, value] of quoted) {
    const name = unquote(key);
    if (name === undefined) return undefined;
    entries.push([name, value]);
  }
  return entries.length > 0 && hasOwnKeys(entries) ? dictionaryReading(entries) : undefined;
}

function readRef(reader: DirectReader, depth: number): RefValue {
  if (depth >= MOST_LEVELS) reader.fail('refs nested less deeply');
  reader.expect('RefV(id=');
  const [id] = reader.match(ID) ?? reader.fail('an id without quotes, brackets and spaces');
  const collection = reader.takes(', class=') ? readRef(reader, depth + 1) : undefined;
  const database = reader.takes(', database=') ? readRef(reader, depth + 1) : undefined;
  reader.expect(')');
  return build.ref(id, collection, database);
}

function readQuery(reader: DirectReader): Value {
  reader.expect('QueryV(');
  const found = readBody(reader.text, reader.offset);
  if (found === undefined) return reader.fail('a query as the driver describes it');
  reader.offset = found.end;
  reader.expect(')');
  return build.query(found.body);
}

function readWord(reader: DirectReader, traits: SwiftTraits): Value {
  const { text, offset: start } = reader;
  if (!reader.isInside) return reader.fail('an array, a dictionary or a structure');
  for (let end = start; end < text.length; end += 1) {
    const unit = text.charCodeAt(end);
    if ((unit !== COMMA && unit !== CLOSE) || !reader.isBorder(end)) continue;
    reader.offset = end;
    return wordReading(text.slice(start, end), traits);
  }
  return reader.fail('", " or "]"', text.length);
}

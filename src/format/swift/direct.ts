/** The texts of `swiftGrammar`, read directly: strings end where the next item, the next key or the end is plain to see. */
import { build, type Entry, type RefValue, type Value } from '../../value/index.ts';
import { MOST_LEVELS, type DirectReader } from '../shared/direct/direct-reader.ts';
import { hasOwnKeys } from '../shared/direct/own-keys.ts';
import type { DirectStyle, ListShape, MapShape } from '../shared/direct/style.ts';
import { isAt } from '../shared/text-reader.ts';
import { dictionaryReading } from './grammar.ts';
import { readBody } from './query.ts';
import { isPlain, unquote } from './strings.ts';
import type { SwiftTraits } from './traits.ts';
import { listReading, wordReading } from './words.ts';

const IS = '": ';
const REF = 'RefV(id=';
const CLASS = ', class=';
const DATABASE = ', database=';
const QUOTE = 0x22;
const COMMA = 0x2c;
const OPEN = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE = 0x5d;

export function swiftDirect(traits: SwiftTraits): DirectStyle {
  const array: ListShape = { keyed: false, separator: ', ', close: ']', make: listReading };
  const dictionary: MapShape = {
    keyed: true,
    separator: ', "',
    close: ']',
    isFilled: true,
    make: dictionaryOf,
  };
  return {
    is: IS,
    starts: () => true,
    endOfKey,
    open(reader) {
      const { text, offset } = reader;
      if (offset >= text.length || text.charCodeAt(offset) !== OPEN || reader.sees('[:]')) return undefined;
      const isKeyed = isAt(text, offset + 1, '"') && endOfKey(text, offset + 2) !== -1;
      reader.offset += isKeyed ? 2 : 1;
      return isKeyed ? dictionary : array;
    },
    leaf(reader) {
      const { text, offset } = reader;
      switch (offset < text.length ? text.charCodeAt(offset) : 0) {
        case OPEN:
          reader.expect('[:]');
          return dictionaryReading([]);
        case 0x52:
          return traits.ref === 'members' && reader.sees(REF) ? readRef(reader, 0) : readWord(reader, traits);
        case 0x51:
          return traits.query && reader.sees('QueryV(') ? readQuery(reader) : readWord(reader, traits);
        default:
          return readWord(reader, traits);
      }
    },
  };
}

/** The closing quote of a key that begins at a place, with its colon; -1: there is none. */
function endOfKey(text: string, at: number): number {
  for (let end = at; end < text.length; end += 1) {
    const unit = text.charCodeAt(end);
    if (unit === QUOTE) return isAt(text, end, IS) ? end : -1;
    if (unit === BACKSLASH) end += 1;
  }
  return -1;
}

/** A dictionary of keys as they stand between their quotes. */
function dictionaryOf(quoted: readonly Entry[], areKnown: boolean): Value | undefined {
  const entries = isEveryPlain(quoted) ? quoted : unquoted(quoted);
  return entries !== undefined && (areKnown || hasOwnKeys(entries)) ? dictionaryReading(entries) : undefined;
}

function isEveryPlain(quoted: readonly Entry[]): boolean {
  for (const entry of quoted) if (!isPlain(entry[0])) return false;
  return true;
}

function unquoted(quoted: readonly Entry[]): readonly Entry[] | undefined {
  const entries: Entry[] = [];
  for (const [key, value] of quoted) {
    const name = unquote(`"${key}"`);
    if (name === undefined) return undefined;
    entries.push([name, value]);
  }
  return entries;
}

function readRef(reader: DirectReader, depth: number): RefValue {
  if (depth >= MOST_LEVELS) reader.fail('refs nested less deeply');
  reader.expect(REF);
  const { text, offset: start } = reader;
  const end = endOfId(text, start);
  if (end === -1) reader.fail('an id without quotes, brackets and spaces');
  reader.offset = end;
  const collection = reader.takes(CLASS) ? readRef(reader, depth + 1) : undefined;
  const database = reader.takes(DATABASE) ? readRef(reader, depth + 1) : undefined;
  reader.expect(')');
  return build.ref(text.slice(start, end), collection, database);
}

/** The end of an id that holds nothing in which another value could begin or end; -1: none ends so. */
function endOfId(text: string, at: number): number {
  let end = at;
  while (end < text.length && isOfId(text.charCodeAt(end))) end += 1;
  const ends =
    isAt(text, end, ')') ||
    (isAt(text, end, CLASS) && isAt(text, end + CLASS.length, REF)) ||
    (isAt(text, end, DATABASE) && isAt(text, end + DATABASE.length, REF));
  return ends ? end : -1;
}

/** No white space, quotes, brackets, commas nor equals signs. */
function isOfId(unit: number): boolean {
  switch (unit) {
    case QUOTE:
    case 0x27:
    case 0x28:
    case 0x29:
    case COMMA:
    case 0x3d:
    case OPEN:
    case CLOSE:
    case 0x7b:
    case 0x7d:
      return false;
    default:
      return unit > 0x20 && (unit < 0x80 || !/\s/.test(String.fromCharCode(unit)));
  }
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

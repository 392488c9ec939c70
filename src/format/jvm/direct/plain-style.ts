import { build, type Entry, type Value } from '../../../value/index.ts';
import type { DirectReader } from '../../shared/direct/direct-reader.ts';
import { hasOwnKeys } from '../../shared/direct/own-keys.ts';
import type { DirectStyle, ListShape, MapShape } from '../../shared/direct/style.ts';
import { emptyArrayOrBytes, type JvmDialect } from '../grammar.ts';
import { readBytes } from '../../shared/direct/bytes.ts';
import { readMemberRef, type RefStyle } from '../../shared/direct/member-ref.ts';
import { readMoment, startsDate } from './moment.ts';
import { readNumber } from './number.ts';

/** What a driver's plain text needs beyond its grammar. */
export interface PlainDirect extends Pick<JvmDialect, 'nullWord' | 'container' | 'doubleText' | 'object'> {
  /** Whether the driver hands out these keys in this order; default: any order. */
  readonly keepsOrder?: (entries: readonly Entry[]) => boolean;
  /** Reads `QueryV(…)`, for a driver that prints it. */
  readonly query?: (reader: DirectReader) => Value;
}

const TRUE = build.bool(true);
const FALSE = build.bool(false);

/** The plain texts of the JVM drivers (`jvmGrammar`), read directly. */
export function plainStyle(plain: PlainDirect): DirectStyle {
  const { nullWord, container, doubleText, keepsOrder = () => true, query } = plain;
  const map = (close: string, make: (entries: readonly Entry[]) => Value): MapShape => ({
    keyed: true,
    separator: ', ',
    close,
    make: (entries, areKnown) =>
      areKnown || (hasOwnKeys(entries) && keepsOrder(entries)) ? make(entries) : undefined,
  });
  const object = map('}', plain.object);
  const set = map('}}', build.set);
  const array: ListShape = {
    keyed: false,
    separator: ', ',
    close: ']',
    make: (items) => (items.length === 0 ? emptyArrayOrBytes : { kind: 'array', items }),
  };
  const ref: RefStyle = { open: 'ref(id = "', container: `, ${container} = ` };

  return {
    is: ': ',
    starts: (text, at) => startsPlain(text, at, nullWord),
    open(reader) {
      switch (reader.text.charCodeAt(reader.offset)) {
        case 0x7b:
          if (reader.takes('{@set = {')) return set;
          reader.offset += 1;
          return object;
        case 0x5b:
          if (reader.sees('[0x')) return undefined;
          reader.offset += 1;
          return array;
        default:
          return undefined;
      }
    },
    leaf(reader) {
      switch (reader.text.charCodeAt(reader.offset)) {
        case 0x22:
          reader.offset += 1;
          return { kind: 'string', value: reader.untilBorder('"', 'a string in double quotes') };
        case 0x72:
          reader.expect(ref.open);
          return readMemberRef(reader, ref);
        case 0x74:
          reader.expect('true');
          return TRUE;
        case 0x66:
          reader.expect('false');
          return FALSE;
        case 0x5b:
          reader.offset += 1;
          return readBytes(reader, ' ', ']');
        case 0x51:
          return query === undefined ? reader.fail('a value') : query(reader);
        default:
          if (reader.takes(nullWord)) return build.nul;
          return startsDate(reader.text, reader.offset) ? readMoment(reader) : readNumber(reader, doubleText);
      }
    },
  };
}

const WORD = /true|false|ref\(|QueryV\(|NaN|-?Infinity|[+-]?\d/y;

/** Whether the text looks as if a value began at a place. */
function startsPlain(text: string, at: number, nullWord: string): boolean {
  switch (text.charCodeAt(at)) {
    case 0x22:
    case 0x7b:
    case 0x5b:
      return true;
    default:
      if (isDigit(text.charCodeAt(at)) || text.startsWith(nullWord, at)) return true;
      WORD.lastIndex = at;
      return WORD.test(text);
  }
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

/** The texts of `classNameGrammar`, read directly. */
import { build, type Entry, type Value } from '../../../value/index.ts';
import type { DirectReader } from '../../shared/direct/direct-reader.ts';
import { hasOwnKeys } from '../../shared/direct/own-keys.ts';
import type { DirectStyle, ListShape, MapShape } from '../../shared/direct/style.ts';
import { readBytes } from '../../shared/direct/bytes.ts';
import { readMoment } from '../direct/moment.ts';
import { readNumber } from '../direct/number.ts';
import type { ClassNames } from './class-names.ts';
import { readRef } from './direct-ref.ts';

const TRUE = build.bool(true);
const FALSE = build.bool(false);
/** How every value begins. */
const START =
  /(?:Null|True|False)V|(?:Boolean|Bytes|Long|Double|String|Date|Time|Ref|SetRef|Object|Query|Array)V\(|Arr\(\[/y;

/** What a query is in a driver's texts: text of its own, or the entries of an object. */
export type DirectQuery =
  | { readonly leaf: (reader: DirectReader) => Value }
  | { readonly ofEntries: (entries: readonly Entry[]) => Value };

export function classNameDirect({ style, doubleText, printedObjectOf }: ClassNames): DirectStyle {
  const map = (close: string, make: (entries: readonly Entry[]) => Value | undefined): MapShape => ({
    keyed: true,
    separator: ', ',
    close,
    make: (entries, areKnown) =>
      areKnown || (hasOwnKeys(entries) && style.order?.keeps(entries) !== false) ? make(entries) : undefined,
  });
  const object = map(style.object.close, printedObjectOf);
  const set = map(style.set.close, (entries) =>
    style.setsWithoutNulls === true && entries.some(([, value]) => value.kind === 'null')
      ? undefined
      : build.set(entries),
  );
  const array: ListShape = { keyed: false, separator: ', ', close: style.array.close, make: build.arr };
  const direct = style.query?.direct;
  const query =
    direct !== undefined && 'ofEntries' in direct
      ? map(`${style.object.close})`, direct.ofEntries)
      : undefined;
  const [yes, no] = [style.boolean(true), style.boolean(false)];

  return {
    is: style.is,
    starts(text, at) {
      START.lastIndex = at;
      return START.test(text);
    },
    open(reader) {
      switch (reader.text.charCodeAt(reader.offset)) {
        case 0x41:
          return reader.takes(style.array.open) ? array : undefined;
        case 0x4f:
          return reader.takes(style.object.open) ? object : undefined;
        case 0x53:
          return reader.takes(style.set.open) ? set : undefined;
        case 0x51:
          if (query === undefined || !reader.takes(`QueryV(${style.object.open}`)) return undefined;
          // The body goes through the wire, which may spell it otherwise.
          reader.mustReprint = true;
          return query;
        default:
          return undefined;
      }
    },
    leaf(reader) {
      if (reader.takes('StringV('))
        return { kind: 'string', value: reader.untilBorder(')', 'a text and ")"') };
      if (reader.takes('LongV(')) return closed(reader, readNumber(reader, doubleText), 'long');
      if (reader.takes('RefV(')) return readRef(reader, style.ref);
      if (reader.takes('DoubleV(')) return closed(reader, readNumber(reader, doubleText), 'double');
      if (reader.takes('TimeV(')) return closed(reader, style.time.direct(reader), 'ts');
      if (reader.takes('DateV(')) return closed(reader, readMoment(reader), 'date');
      if (reader.takes(yes)) return TRUE;
      if (reader.takes(no)) return FALSE;
      if (reader.takes(reader.isInside ? 'NullV' : style.topNull)) return build.nul;
      if (style.bytes && reader.takes('BytesV('))
        return reader.takes(')') ? build.bytes([]) : readBytes(reader, ', ', ')');
      if (direct !== undefined && 'leaf' in direct && reader.sees('QueryV(')) return direct.leaf(reader);
      return reader.fail('a value in its class');
    },
  };
}

/** A value in its class, of the kind that the class holds. */
function closed(reader: DirectReader, value: Value, kind: Value['kind']): Value {
  if (value.kind !== kind) reader.fail(`a ${kind} and ")"`);
  reader.expect(')');
  return value;
}

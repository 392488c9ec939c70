import { build, type Entry, type Value } from '../../value/index.ts';
import { readBytes } from '../shared/direct/bytes.ts';
import type { DirectReader } from '../shared/direct/direct-reader.ts';
import { readMemberRef, type RefStyle } from '../shared/direct/member-ref.ts';
import { hasOwnKeys } from '../shared/direct/own-keys.ts';
import type { DirectStyle, ListShape, MapShape } from '../shared/direct/style.ts';
import { dates, readDouble, readLong, times } from './direct-leaves.ts';
import { pathRef } from './path-ref.ts';
import { LOST_ARRAY, bodyText } from './print.ts';
import { objectOf, opaqueQuery, opaqueSet } from './project.ts';
import { ARRAY_TEXT, QUERY_TEXT, type Traits } from './traits.ts';
import { startsValue } from './value-start.ts';

const TRUE = build.bool(true);
const FALSE = build.bool(false);
const NULL = build.nul;

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
  const date = dates(traits);
  const time = times();
  const lostArray = `Arr(${ARRAY_TEXT})`;
  const queryName = `QueryV(${QUERY_TEXT})`;

  const leaf = (reader: DirectReader): Value => {
    switch (firstUnit(reader)) {
      case 0x53: // S
        if (reader.takes('StringV('))
          return { kind: 'string', value: reader.untilBorder(')', 'a string and its closing parenthesis') };
        return reader.takes(setText) ? set : reader.fail('a value');
      case 0x4c: // L
        reader.expect('LongV(');
        return readLong(reader, traits);
      case 0x44: // D
        reader.expect('DoubleV(');
        return readDouble(reader, traits);
      case 0x42: // B
        if (reader.takes('BooleanV(True)')) return TRUE;
        if (reader.takes('BooleanV(False)')) return FALSE;
        if (traits.bytes && reader.takes('BytesV('))
          return reader.takes(')') ? build.bytes([]) : readBytes(reader, ', ', ')');
        return reader.fail('a value');
      case 0x52: // R
        return readRef(reader, traits, ref);
      case 0x46: // F
        if (reader.takes('FaunaDate(')) return date(reader);
        return traits.time === 'iso' && reader.takes('FaunaTime(') ? time(reader) : reader.fail('a value');
      case 0x4e: // N
        reader.expect('NullV');
        return NULL;
      case 0x41: // A
        return !traits.arrays && reader.takes(lostArray) ? LOST_ARRAY : reader.fail('a value');
      case 0x51: // Q
        return traits.query === 'name' && reader.takes(queryName) ? named : reader.fail('a value');
      default:
        return reader.fail('a value');
    }
  };

  return {
    is: ': ',
    starts: startsValue,
    open(reader) {
      switch (firstUnit(reader)) {
        case 0x4f: // O
          return reader.takes('ObjectV(') ? object : undefined;
        case 0x41: // A
          return traits.arrays && reader.takes('Arr(') ? array : undefined;
        case 0x51: // Q
        case 0x55: // U
          return traits.query === 'body' ? body(reader) : undefined;
        default:
          return undefined;
      }
    },
    leaf,
  };
}

/** The code unit that stands here; 0: the end of the text. */
function firstUnit({ text, offset }: DirectReader): number {
  return offset < text.length ? text.charCodeAt(offset) : 0;
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

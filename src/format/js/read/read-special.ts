import { build, type Value } from '../../../value/index.ts';
import type { TextReader } from '../../shared/text-reader.ts';
import { dedent, type Place } from './read-place.ts';

/** A function name reaches up to its parenthesis; there is no other sign of a special value. */
export const CALL = /([^()[\]{}"',:`\r\n]*)\(/y;

/** Whether a special value starts here. */
export function seesCall(reader: TextReader): boolean {
  CALL.lastIndex = reader.offset;
  return CALL.test(reader.text);
}

/**
 * Reads a special value: a ref, a set, a time and so on. Of a set or query that contains expressions only the text is
 * known, since expressions are printed without the names of their members.
 */
export function readSpecial(place: Place): Value {
  const start = place.reader.offset;
  return place.readers.special(place) ?? opaque(place, 'set', start);
}

/** The text from `start` on up to here. */
export function opaque(place: Place, of: 'set' | 'query', start: number): Value {
  const { reader, dialect } = place;
  return build.opaque(of, dialect.traits.id, dedent(reader.text.slice(start, reader.offset), place));
}

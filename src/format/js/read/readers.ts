import type { Names } from '../../shared/read-names.ts';
import type { TextReader } from '../../shared/text-reader.ts';
import type { Dialect } from '../dialect.ts';
import { readCall } from './read-call.ts';
import type { Place } from './read-place.ts';
import { readValue } from './read-value.ts';

/** The place where the reading of a text begins. */
export function placeFor(reader: TextReader, names: Names, dialect: Dialect): Place {
  const readers = { value: readValue, special: readCall };
  return { readers, reader, names, dialect, depth: 0, indent: 0, level: 0 };
}

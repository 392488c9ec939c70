import { build, type RefValue } from '../../../../value/index.ts';
import type { TextReader } from '../../../shared/text-reader.ts';
import { refOfPath } from '../../decode/path-ref.ts';
import { MOST_LEVELS } from '../read-place.ts';
import { endOfRun, NAME } from './characters.ts';

/** The rest of `Ref("classes/users/1")`, after the bracket (up to 1.1.2). */
export function pathRef(reader: TextReader): RefValue {
  reader.expect('"');
  const path = name(reader);
  // JSON escapes it.
  if (path.includes('\\')) return reader.fail('a path');
  reader.expect('")');
  return refOfPath(path);
}

/** The rest of `Ref(id=1, class=Ref(id=tokens))`, after the bracket (2.0.0 to 2.0.2). */
export function memberRef(reader: TextReader, level: number): RefValue {
  if (level >= MOST_LEVELS) return reader.fail('a ref nested less deeply');
  reader.expect('id=');
  const id = name(reader);
  if (id === '') return reader.fail('a name');
  const collection = reader.takes(', class=Ref(') ? memberRef(reader, level + 1) : undefined;
  const database = reader.takes(', database=Ref(') ? memberRef(reader, level + 1) : undefined;
  reader.expect(')');
  return build.ref(id, collection, database);
}

/** An ordinary name, which is stepped over. */
function name(reader: TextReader): string {
  const { text, offset: start } = reader;
  reader.offset = endOfRun(text, start, NAME);
  return text.slice(start, reader.offset);
}

import { build, type RefValue } from '../../../../value/index.ts';
import type { TextReader } from '../../../shared/text-reader.ts';
import { UNSAID } from '../../decode/elided.ts';
import { refOfPath } from '../../decode/path-ref.ts';
import { MOST_LEVELS } from '../read-place.ts';
import { endOfRun, NAME } from './characters.ts';

const UNSAID_DATABASE = build.unsaid(UNSAID.noDatabases);

/** Refs of paths, many of which are of documents of one collection. */
export class PathRefs {
  /** The collection that was met last: its path and what it is. */
  #path = '';
  #collection: RefValue | undefined;

  /** The ref of `classes/users/1` (`refOfPath`). */
  of(path: string): RefValue {
    const end = path.indexOf('/', path.indexOf('/') + 1);
    if (end === -1) return refOfPath(path);
    if (end !== this.#path.length || !path.startsWith(this.#path)) {
      this.#path = path.slice(0, end);
      this.#collection = undefined;
    }
    this.#collection ??= refOfPath(this.#path);
    return {
      kind: 'ref',
      id: path.slice(end + 1),
      collection: this.#collection,
      database: UNSAID_DATABASE,
    };
  }

  /** The rest of `Ref("classes/users/1")`, after the bracket (up to 1.1.2). */
  read(reader: TextReader): RefValue {
    reader.expect('"');
    const path = name(reader);
    // JSON escapes it.
    if (path.includes('\\')) return reader.fail('a path');
    reader.expect('")');
    return this.of(path);
  }
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

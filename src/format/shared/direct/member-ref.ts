import type { RefValue } from '../../../value/index.ts';
import { MOST_LEVELS, TooDeep } from './direct-reader.ts';
import type { TextReader } from '../text-reader.ts';

/** How a ref of members is written: `ref(id = "1", collection = ref(…), database = ref(…))`. */
export interface RefStyle {
  /** `ref(id = "` */
  readonly open: string;
  /** `, collection = ` */
  readonly container: string;
  /** `, database = `, which is what it is when absent. */
  readonly database?: string;
}

const DATABASE = ', database = ';

/** Reads a ref whose opening has been stepped over. */
export function readMemberRef(reader: TextReader, style: RefStyle, level = 0): RefValue {
  if (level >= MOST_LEVELS) throw new TooDeep(reader.offset);
  const id = readId(reader, style);
  const collection = readPart(reader, style, style.container, level);
  const database = readPart(reader, style, style.database ?? DATABASE, level);
  reader.expect(')');
  if (database !== undefined)
    return collection === undefined
      ? { kind: 'ref', id, database }
      : { kind: 'ref', id, collection, database };
  return collection === undefined ? { kind: 'ref', id } : { kind: 'ref', id, collection };
}

function readPart(reader: TextReader, style: RefStyle, member: string, level: number): RefValue | undefined {
  if (!reader.takes(member)) return undefined;
  reader.expect(style.open);
  return readMemberRef(reader, style, level + 1);
}

function readId(reader: TextReader, { open, container, database = DATABASE }: RefStyle): string {
  const { text, offset: start } = reader;
  for (let end = text.indexOf('"', start); end !== -1; end = text.indexOf('"', end + 1)) {
    const next = end + 1;
    const ends =
      text.startsWith(')', next) ||
      (text.startsWith(container, next) && text.startsWith(open, next + container.length)) ||
      (text.startsWith(database, next) && text.startsWith(open, next + database.length));
    if (!ends) continue;
    reader.offset = next;
    return text.slice(start, end);
  }
  return reader.fail('an id in double quotes', start);
}

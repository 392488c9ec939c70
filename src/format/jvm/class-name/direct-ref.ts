import { build, type RefValue } from '../../../value/index.ts';
import { MOST_LEVELS, TooDeep, type DirectReader } from '../../shared/direct/direct-reader.ts';
import { refOfPath } from '../../shared/path-ref.ts';
import { readMemberRef, type RefStyle } from '../../shared/direct/member-ref.ts';
import type { ClassNameStyle } from './style.ts';

const MEMBERS: RefStyle = { open: 'RefV(id = "', container: ', class = ' };
/** What may stand behind the id of a case class. */
const BEHIND_ID = /,(?:None,|Some\(RefV\()/g;

/** Reads a ref in a style, `RefV(` having been stepped over. */
export function readRef(reader: DirectReader, style: ClassNameStyle['ref']): RefValue {
  switch (style) {
    case 'path':
      return refOfPath(reader.untilBorder(')', 'a path and ")"'));
    case 'members':
      reader.expect('id = "');
      return readMemberRef(reader, MEMBERS);
    case 'options':
      return readCaseClass(reader, 0);
  }
}

/** `1,Some(RefV(users,…)),None)` */
function readCaseClass(reader: DirectReader, level: number): RefValue {
  if (level >= MOST_LEVELS) throw new TooDeep(reader.offset);
  const start = reader.offset;
  BEHIND_ID.lastIndex = start;
  const end = BEHIND_ID.exec(reader.text)?.index;
  if (end === undefined) return reader.fail('an id and ","');
  reader.offset = end;
  const collection = readOption(reader, level);
  const database = readOption(reader, level);
  reader.expect(')');
  return build.ref(reader.text.slice(start, end), collection, database);
}

function readOption(reader: DirectReader, level: number): RefValue | undefined {
  reader.expect(',');
  if (reader.takes('None')) return undefined;
  reader.expect('Some(RefV(');
  const ref = readCaseClass(reader, level + 1);
  reader.expect(')');
  return ref;
}

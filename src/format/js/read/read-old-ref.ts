import { build, readJson, type RefValue } from '../../../value/index.ts';
import { readName } from '../../shared/read-names.ts';
import { refOfPath } from '../decode/path-ref.ts';
import { deeper, type Place } from './read-place.ts';
import { endOfString } from './scan-string.ts';

/** Reads the rest of `Ref("classes/users/1")`, a JSON string (up to 1.1.2). */
export function readPathRef({ reader }: Place): RefValue {
  const start = reader.offset;
  const end = reader.sees('"') ? endOfString(reader.text, start + 1, '"') : undefined;
  if (end === undefined) return reader.fail('a path in quotes');
  const reading = readJson(reader.text.slice(start, end + 1));
  reader.offset = end + 1;
  reader.expect(')');
  return reading.ok && typeof reading.json === 'string'
    ? refOfPath(reading.json)
    : reader.fail('a JSON string', start);
}

const OPEN = 'Ref(id=';
const CLASS = `, class=${OPEN}`;
const DATABASE = `, database=${OPEN}`;
/** As `readName` has it, but for what may stand in ids that are not quoted. */
const ORDINARY = /^[^\s"'`()[\]{},=]*$/;
const END = /\)|, class=Ref\(id=|, database=Ref\(id=/g;

/** Reads the rest of `Ref(id=1, class=Ref(id=tokens))`, whose ids are not in quotes (2.0.0 to 2.0.2). */
export function readMemberRef(outer: Place): RefValue {
  const place = deeper(outer);
  const { reader, names } = place;
  reader.expect('id=');
  const id = readName(reader, names, (from) => endOfId(reader.text, from), ORDINARY);
  const part = (before: string): RefValue | undefined => {
    if (!reader.sees(before)) return undefined;
    reader.offset += before.length - 'id='.length;
    return readMemberRef(place);
  };
  const collection = part(CLASS);
  const database = part(DATABASE);
  reader.expect(')');
  return build.ref(id, collection, database);
}

function endOfId(text: string, from: number): number | undefined {
  END.lastIndex = from;
  return END.exec(text)?.index;
}

/** Reads the line of a value that is no string. */
import { build, epochDay, epochDayText, type RefValue, type Value } from '../../../value/index.ts';
import { refOfPath } from '../../shared/path-ref.ts';
import { ReadFailure } from '../../shared/read-failure.ts';
import { TextReader } from '../../shared/text-reader.ts';
import { objectsOfTags } from '../project.ts';
import { readValue } from '../read.ts';
import { readRubyTime } from '../time.ts';
import type { RubyTraits } from '../traits.ts';
import { hasClass, ofClass } from './address-only.ts';

const A_SECOND = 1_000_000_000;
/** What a line begins with whose `to_s` is its `inspect`. */
const INSPECTED = /^(?:\{|-?\d|-?Infinity$|NaN$|true$|false$)/;
const DATE = /^[+-]?\d{4,10}-\d\d-\d\d$/;
const TIME = / \d\d:\d\d:\d\d UTC$/;
const OBJECT = /^#<Fauna::(Bytes|SetRef|QueryV):0x[\da-f]+>$/;
/** A native collection alone, or one with a name, or a name and an id, behind it. */
const PATH = /^(?:classes|indexes|databases|functions|keys|tokens|credentials|[a-z_]+(?:\/[^\s/]+){1,2})$/;
/** Ids are not escaped; ordinary ones have nothing that could begin or end a ref. */
const ID = /[^\s,()=]+/y;
/** Refs in refs beyond this are no refs of a database. */
const MOST_LEVELS = 100;

/** `undefined`: the line is no print of a value but of a string. What is returned may still print otherwise. */
export function readLine(line: string, traits: RubyTraits): Value | undefined {
  const name = OBJECT.exec(line)?.[1];
  if (name !== undefined) return hasClass(name, traits) ? ofClass(name) : undefined;
  if (TIME.test(line)) {
    const text = readRubyTime(line);
    return text === undefined ? undefined : build.ts(text, A_SECOND);
  }
  if (DATE.test(line)) return readDate(line);
  if (traits.ref === 'path' && PATH.test(line)) return refOfPath(line);
  if (line.startsWith('Ref(')) return wholly(line, (reader) => readRef(reader, 0));
  if (!INSPECTED.test(line)) return undefined;
  return wholly(line, (reader) => objectsOfTags(readValue(reader, traits), traits));
}

function readDate(line: string): Value | undefined {
  const text = /^\d{5}/.test(line) ? `+${line}` : line;
  const day = epochDay(text);
  return day === undefined || epochDayText(day) !== text ? undefined : build.date(text);
}

function readRef(reader: TextReader, level: number): RefValue {
  if (level > MOST_LEVELS) reader.fail(`at most ${MOST_LEVELS} refs in refs`);
  reader.expect('Ref(id=');
  const [id] = reader.match(ID) ?? reader.fail('an id');
  const collection = reader.takes(',class=') ? readRef(reader, level + 1) : undefined;
  const database = reader.takes(',database=') ? readRef(reader, level + 1) : undefined;
  reader.expect(')');
  return build.ref(id, collection, database);
}

function wholly(line: string, read: (reader: TextReader) => Value): Value | undefined {
  const reader = new TextReader(line);
  try {
    const value = read(reader);
    return reader.atEnd ? value : undefined;
  } catch (cause) {
    if (cause instanceof ReadFailure) return undefined;
    throw cause;
  }
}

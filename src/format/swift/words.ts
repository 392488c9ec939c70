import { build, type Value } from '../../value/index.ts';
import { refOfPath } from '../shared/path-ref.ts';
import { doubleText, integerOf, isInt } from './numbers.ts';
import { dateOf, timeOf } from './times.ts';
import type { SwiftTraits } from './traits.ts';

/** A native collection alone, or one with a name behind it. */
const PATH = /^(?:classes|indexes|databases|functions|roles|keys|tokens|credentials|[a-z_]+\/[\s\S]+)$/;
const SHORTEST_DATE = '2018-01-02 00:00:00 +0000'.length;
const BASE64 = /^"(?:[A-Za-z\d+/]{4})*(?:[A-Za-z\d+/]{2}==|[A-Za-z\d+/]{3}=)?"$/;

/** What a bare word stands for: any scalar, and always a string, for strings have no quotes. */
export function wordReading(text: string, traits: SwiftTraits): Value {
  const found: Value[] = [];
  if (text === 'null') found.push(build.nul);
  if (text === 'true' || text === 'false') found.push(build.bool(text === 'true'));
  found.push(...numbers(text));
  if (text.length >= SHORTEST_DATE) {
    const date = dateOf(text);
    if (date !== undefined) found.push(build.date(date));
    const time = timeOf(text);
    if (time !== undefined) found.push(build.ts(time));
  }
  if (traits.bytes && BASE64.test(text)) {
    const bytes = Buffer.from(text.slice(1, -1), 'base64');
    if (`"${bytes.toString('base64')}"` === text) found.push(build.bytes(bytes));
  }
  if (traits.ref === 'path' && PATH.test(text)) found.push(refOfPath(text));
  const string = build.str(text);
  return found.length === 0 ? string : build.oneOf([...found, string]);
}

/** What items in brackets stand for: none may also be one empty string. */
export function listReading(items: readonly Value[]): Value {
  const [first] = items;
  const isEmpty = items.length === 1 && first?.kind === 'string' && first.value === '';
  return first === undefined || isEmpty
    ? build.oneOf([build.arr([]), build.arr([build.str('')])])
    : build.arr(items);
}

function numbers(text: string): Value[] {
  if (/^(?:0|-?[1-9]\d*)$/.test(text)) {
    const long = BigInt(text);
    if (!isInt(long)) return [];
    const double = Number(text);
    // An integral double has been decoded as an integer, -0 too.
    const doubles = double === 0 ? [0, -0] : integerOf(double) === long ? [double] : [];
    return [build.long(long), ...doubles.map(build.double)];
  }
  if (!/^-?\d[\d.e+-]*$/.test(text)) return [];
  const double = Number(text);
  const isDouble = Number.isFinite(double) && integerOf(double) === undefined && doubleText(double) === text;
  return isDouble ? [build.double(double)] : [];
}

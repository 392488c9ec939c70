/** Cheap looks at a text, before readers are asked: what could be a print amid other words, and what an error. */
import { MARKS } from '../marks.ts';

/** A member of an object, as some format writes it. */
const MEMBER = /[{,([]\s*(?::?["'`][^"'`]*["'`]|:?[\w$. -]+)(?::|=>| => | -> | = )\s*\S/;

/** Whether a text has something that only prints have: amid other words, brackets are no sign of one. */
export function hasSigns(text: string): boolean {
  return MEMBER.test(text) || MARKS.some(({ pattern }) => pattern.test(text));
}

/** Where a print may begin in a line: a bracket, or a name before one, not in the middle of a word. */
const START = /(?<![\w.$@#&-])(?=[A-Za-z_]\w*(?:[([]| ?\{)|&?[{[]|#<)/g;
/** Where the printed error of a driver may begin: a status, a class, or the list itself (spec 4.c.3 to 12.c). */
const ERROR_START =
  /(?<![\w.])(?:Response error \d|Error response \d|ErrorData\(|Error at \[|#<Fauna::|com\.faunadb\.|faunadb\.errors\.|FaunaDB\.Errors\.|java\.util\.concurrent\.|System\.AggregateException|\{\s*"errors")/g;
/** Starts of one line that are tried. */
const MOST_STARTS = 16;

export function startsOf(line: string): readonly number[] {
  return placesOf(START, line);
}

export function errorStartsOf(line: string): readonly number[] {
  return placesOf(ERROR_START, line);
}

function placesOf(pattern: RegExp, line: string): readonly number[] {
  const places: number[] = [];
  for (const { index } of line.matchAll(pattern)) {
    places.push(index);
    if (places.length === MOST_STARTS) break;
  }
  return places;
}

/** Words of which every printed error of the database has one. */
const ERROR_SIGNS =
  /[Rr]esponse error |Error response |ErrorData\(|Error at |Fauna::|[Ff]auna[Dd][Bb]|errors|statusCode|requestResult|at \*query\*:/;

export function mayBeError(text: string): boolean {
  return ERROR_SIGNS.test(text);
}

import { textError } from '../../../value/index.ts';
import type { DatabaseError, ErrorReading, PrintedError } from '../../format.ts';
import type { Profile } from '../../js/layout/profile.ts';
import { parseError } from '../../js/error/parse-error.ts';
import { steady } from '../../js/error/steady.ts';
import { ReadFailure } from '../../shared/read-failure.ts';
import { TextReader } from '../../shared/text-reader.ts';
import { printedElements, readAnswer } from './answer.ts';
import { messageError } from './code-error.ts';

/** Up to 0.12.5: the driver's error, inspected, in a report of its query (src/commands/eval.js, infoMessage). */
const REPORT =
  /^(?:Error: )?\s*The following query failed:\n([\s\S]*?\n {2}With error message:\n {4})([\s\S]*?)\n\n {2}Query number:\n {4}\d+\s*$/;
/** From 1.0.0 on: what `@oclif/core` puts before each line of an error. */
const MARGIN = / ›   /;
const NEXT_LINE = /\n ›   /g;

/** Reads what `fauna eval` wrote of an error on standard error, or, in 0.12.6 and 0.13.0, on standard output. */
export function parseEvalError(text: string): ErrorReading {
  const report = REPORT.exec(text)?.[2];
  if (report !== undefined) return parseError(report);
  const answer = withoutMargin(text);
  const reader = new TextReader(answer);
  try {
    return { ok: true, error: read(reader) };
  } catch (cause) {
    if (!(cause instanceof ReadFailure)) throw cause;
    // Where lines were taken together, offsets are those of the first line only.
    return {
      ok: false,
      error: textError(
        text,
        answer === text ? cause.offset : Math.min(cause.offset, text.length),
        cause.expected,
      ),
    };
  }
}

function read(reader: TextReader): PrintedError {
  if (reader.match(/\s*(?:Error: )?(?=\{)/y) === undefined) return readMessage(reader);
  const errors = readAnswer(reader) ?? reader.fail('the answer of the database', 0);
  reader.match(/\s*/y);
  reader.end();
  return { errors };
}

/** An error of the driver's, or one of the query by which the shell finds out whether its secret is good. */
function readMessage(reader: TextReader): PrintedError {
  const message = reader.match(/\s*Error: (.*)\s*/y)?.[1] ?? reader.fail('the answer of the database');
  reader.end();
  return messageError(message);
}

/** The lines without what stands before them; a line that was too wide goes on in the next one, in the midst of a string. */
function withoutMargin(text: string): string {
  const [first, ...rest] = text.split(NEXT_LINE);
  if (first === undefined || !MARGIN.test(first)) return text;
  let joined = first.replace(MARGIN, '');
  for (const line of rest) joined += `${isInString(joined) ? '' : '\n'}${line}`;
  return joined;
}

/** Whether a string is open at the end of the last line; one is closed in its own line, for Node.js escapes line feeds. */
function isInString(text: string): boolean {
  let quote = '';
  for (let at = text.lastIndexOf('\n') + 1; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (quote === '') quote = /["'`]/.test(character) ? character : '';
    else if (character === '\\') at += 1;
    else if (character === quote) quote = '';
  }
  return quote !== '';
}

/** Nothing but the answer of the database is printed. */
export function projectEvalError({ errors }: DatabaseError, profile: Profile): PrintedError {
  return { errors: printedElements(errors, profile) ?? [] };
}

/** A report as records keep it: what the driver's error shows of time and place has a fixed word. */
export function steadyReport(text: string): string {
  const [, , error] = REPORT.exec(text) ?? [];
  return error === undefined ? text : text.replace(error, () => steady(error));
}

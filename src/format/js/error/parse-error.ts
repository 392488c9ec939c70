import { readJson, textError } from '../../../value/index.ts';
import type { ErrorReading, PrintedError } from '../../format.ts';
import { errorElements } from '../../shared/error-elements.ts';
import { ReadFailure } from '../../shared/read-failure.ts';
import { TextReader } from '../../shared/text-reader.ts';
import { HINT } from './project-error.ts';
import { readInspected, readMembers, type Inspected } from '../read/read-inspected.ts';

/** `NotFound: instance not found`; in brackets where there is no stack, which 4.4.2 is the first to keep (spec 4.c.3). */
const HEADER = /\[?([A-Za-z]\w*(?: \[\w+\])?): ([\s\S]*?)(\]?)(?=\n {4}at |\]? \{\n|$)/y;
const FRAMES = /(?:\n {4}at [^\n]*?)*(?= \{\n|$)/y;
/** Node.js 11 and older put the brace of the error's members before its name. */
const BRACED = /\{ \[?([A-Za-z]\w*(?: \[\w+\])?): ([\s\S]*?)\]?(?=\n {4}at |\n {2}[\w$'[])/y;
const BRACED_FRAMES = /(?:\n {4}at [^\n]*)*\n/y;

/**
 * Reads what `console.log(error)` wrote: name and message, stack frames, and the error's own members as Node.js inspects
 * them. The list of errors stands in `responseRaw`, word for word.
 */
export function parseError(text: string): ErrorReading {
  const reader = new TextReader(text);
  try {
    return { ok: true, error: read(reader) };
  } catch (cause) {
    if (cause instanceof ReadFailure)
      return { ok: false, error: textError(text, cause.offset, cause.expected) };
    if (cause instanceof RangeError)
      return { ok: false, error: textError(text, 0, 'an error nested less deeply') };
    throw cause;
  }
}

function read(reader: TextReader): PrintedError {
  const braced = reader.match(BRACED);
  if (braced !== undefined) {
    const [, name = '', message = ''] = braced;
    if (reader.match(BRACED_FRAMES) === undefined) reader.fail('stack frames, or members of the error');
    const members = readMembers(reader);
    reader.end();
    return errorOf(name, message, { kind: 'object', members });
  }
  const header = reader.match(HEADER) ?? reader.fail('an error: its name, ": " and a message');
  const [, type = '', message = ''] = header;
  if (reader.match(FRAMES) === undefined) reader.fail('stack frames, and " {" or the end of the text');
  if (reader.atEnd) return { type, message };
  reader.expect(' ');
  const own = readInspected(reader);
  reader.end();
  return errorOf(type, message, own);
}

function errorOf(type: string, message: string, own: Inspected): PrintedError {
  const result = member(own, 'requestResult');
  return result === undefined ? { type, message } : httpError(type, message, own, result);
}

function httpError(type: string, message: string, own: Inspected, result: Inspected): PrintedError {
  const hinted = message.endsWith(`. ${HINT}`);
  const code = hinted ? message.slice(0, -`. ${HINT}`.length) : message;
  const status = member(result, 'statusCode');
  const listed = listedErrors(result);
  const description = wholeText(member(own, 'description'));
  return {
    type,
    ...(status?.kind === 'word' ? { status: Number(status.text) } : {}),
    errors: listed ?? [{ code, ...(description === undefined ? {} : { description }) }],
    ...(hinted ? { message: HINT } : {}),
  };
}

/** All errors of the answer; `undefined` when its text was cut off by Node.js. */
function listedErrors(result: Inspected): PrintedError['errors'] {
  const raw = wholeText(member(result, 'responseRaw'));
  const body = raw === undefined ? undefined : readJson(raw);
  return body?.ok === true ? errorElements(body.json) : undefined;
}

function member(of: Inspected, key: string): Inspected | undefined {
  return of.kind === 'object' ? of.members.get(key) : undefined;
}

function wholeText(of: Inspected | undefined): string | undefined {
  return of?.kind === 'string' && of.cut === undefined ? of.value : undefined;
}

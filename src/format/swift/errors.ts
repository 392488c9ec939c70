import { textError } from '../../value/index.ts';
import type { DatabaseError, ErrorElement, ErrorReading, PrintedError } from '../format.ts';

const HEAD = /^Error response (\d+|<unknow>):/;
const ELEMENT = /\[([^\]]*)\](?:\(([^)]*)\))?:(?: ([\s\S]*?))?(?=, \[[^\]]*\](?:\([^)]*\))?:|$)/y;

/** `Error response 404: Errors: [create](instance not found): Document not found.` (`Errors.swift`); failures are not printed. */
export function printError({ status, errors }: DatabaseError): string {
  const list = errors.map(
    ({ position = [], code, description }) => `[${position.join('/')}](${code}): ${description}`,
  );
  return `Error response ${status}:${list.length === 0 ? '' : ` Errors: ${list.join(', ')}`}`;
}

export function projectError(error: DatabaseError): PrintedError {
  const reading = parseError(printError(error));
  return reading.ok ? reading.error : { status: error.status };
}

export function parseError(text: string): ErrorReading {
  const head = HEAD.exec(text);
  if (head === null) return { ok: false, error: textError(text, 0, '"Error response ", a status and ":"') };
  const [{ length }, number = ''] = head;
  const status = number === '<unknow>' ? {} : { status: Number(number) };
  const opening = ' Errors: ';
  if (length === text.length) return { ok: true, error: { ...status, errors: [] } };
  if (!text.startsWith(opening, length))
    return text[length] === ' '
      ? { ok: true, error: { ...status, message: text.slice(length + 1) } }
      : { ok: false, error: textError(text, length, '" " or the end') };
  const errors: Partial<ErrorElement>[] = [];
  for (let at = length + opening.length; at < text.length; at += ', '.length) {
    ELEMENT.lastIndex = at;
    const match = ELEMENT.exec(text);
    if (match === null) return { ok: false, error: textError(text, at, '"[position](code): description"') };
    const [whole, position = '', code, description] = match;
    errors.push({
      position: position === '' ? [] : position.split('/').map(step),
      ...(code === undefined ? {} : { code }),
      ...(description === undefined ? {} : { description }),
    });
    at += whole.length;
  }
  return { ok: true, error: { ...status, errors } };
}

/** Digits are the place in an array. */
function step(text: string): string | number {
  return /^(?:0|[1-9]\d{0,8})$/.test(text) ? Number(text) : text;
}

import { textError } from '../../value/index.ts';
import type { DatabaseError, ErrorElement, ErrorReading, PrintedError } from '../format.ts';
import { codeAtStart } from '../shared/error-list.ts';

type Position = readonly (string | number)[];

const HEAD = /^Response error (\d{3})\. /;
const ELEMENT =
  /\[([^\]]*)\]\(([^)]*)\): ([\s\S]*?)(?:, details: \[([\s\S]*?)\])?(?=, \[[^\]]*\]\([^)]*\): |$)/y;
/** What the driver raises before there is a value or an error answer (v4.3.1: `json.go`, `client.go`; Go's own). */
const OWN_MESSAGE =
  /^(?:Error while extracting path: |Expected |strconv\.|parsing time |json: |invalid character |unexpected |Post |context |EOF)/;

/**
 * The printed errors of the Go driver: `Response error 404. Errors: [create](instance not found): Document not found.`, from
 * v4.1.0 on with the causes behind each, `, details: []` (`faunadb/errors.go`). Status, positions and causes are there,
 * `failures` never; the class is not printed.
 */
export function goErrors({ details }: { readonly details: boolean }): {
  readonly print: (error: DatabaseError) => string;
  readonly parseError: (text: string) => ErrorReading;
  readonly projectError: (error: DatabaseError) => PrintedError;
} {
  const print = ({ status, errors }: DatabaseError): string => {
    const elements = errors.map(
      ({ position = [], code, description, cause = [] }) =>
        `[${position.map(positionText).join('/')}](${code}): ${description}` +
        (details ? `, details: [${cause.map(causeText).join(' ')}]` : ''),
    );
    return `Response error ${status}. Errors: ${elements.join(', ')}`;
  };
  return {
    print,
    parseError,
    projectError(error) {
      const reading = parseError(print(error));
      return reading.ok ? reading.error : { status: error.status };
    },
  };
}

function causeText({ position = [], code, description }: ErrorElement): string {
  return `{[${position.map(positionText).join(' ')}] ${code} ${description}}`;
}

/** A number n in a position becomes the character U+n: reflection converts it so (spec section 17 item 29). */
function positionText(part: string | number): string {
  if (typeof part === 'string') return part;
  const isCharacter = part >= 0 && part <= 0x10ffff && !(part >= 0xd800 && part <= 0xdfff);
  return isCharacter ? String.fromCodePoint(part) : '\ufffd';
}

function parseError(text: string): ErrorReading {
  const head = HEAD.exec(text);
  if (head === null)
    return OWN_MESSAGE.test(text)
      ? { ok: true, error: { message: text } }
      : { ok: false, error: textError(text, 0, '"Response error " and a status') };
  const status = Number(head[1]);
  const rest = text.slice(head[0].length);
  if (!rest.startsWith('Errors: ')) return { ok: true, error: { status, message: rest } };

  const errors: Partial<ErrorElement>[] = [];
  let at = head[0].length + 'Errors: '.length;
  while (at < text.length) {
    ELEMENT.lastIndex = at;
    const match = ELEMENT.exec(text);
    if (match === null)
      return { ok: false, error: textError(text, at, '"[position](code): description, details: [causes]"') };
    const [whole, position = '', code = '', description = '', details = ''] = match;
    const cause = details === '' ? [] : readCauses(details);
    errors.push({
      position: readPosition(position, '/'),
      code,
      description,
      ...(cause.length > 0 ? { cause } : {}),
    });
    at += whole.length;
    if (at < text.length) at += ', '.length;
  }
  return { ok: true, error: { status, errors } };
}

function readCauses(details: string): ErrorElement[] {
  return details
    .slice(1, -1)
    .split(/\} \{(?=\[)/)
    .map((cause) => {
      const [, position = '', rest = ''] = /^\[([^\]]*)\] ([\s\S]*)$/.exec(cause) ?? [];
      const code = codeAtStart(rest);
      return { position: readPosition(position, ' '), code, description: rest.slice(code.length + 1) };
    });
}

/** A control character can only have been a number: names have none. */
function readPosition(text: string, separator: string): Position {
  if (text === '') return [];
  return text.split(separator).map((part) => (part.length === 1 && part < ' ' ? part.charCodeAt(0) : part));
}

import { textError } from '../../value/index.ts';
import type { DatabaseError, ErrorElement, ErrorReading, PrintedError } from '../format.ts';
import { inspectString } from './inspect-text.ts';

/** Classes by status (fauna 3.0.0, lib/fauna/errors.rb); `p` prints them, `puts` does not. */
const CLASSES: Readonly<Record<number, string>> = {
  400: 'BadRequest',
  401: 'Unauthorized',
  403: 'PermissionDenied',
  404: 'NotFound',
  405: 'MethodNotAllowed',
  500: 'InternalError',
  502: 'UnavailableError',
  503: 'UnavailableError',
  504: 'UnavailableError',
};

const INSPECTED = /^#<Fauna::(\w+): ([\s\S]*)>$/;
const STEP = String.raw`(?::[^\s,\]"]+|:?"(?:[^"\\]|\\.)*"|-?\d+)`;
const ERROR = new RegExp(String.raw`Error(?: at (\[(?:${STEP}(?:, ${STEP})*)?\]))?: `, 'g');
const FAILURES = / \((Failure at \[[\s\S]*)\)$/;

/** What `puts e` prints: each error with its position as an array of symbols and numbers, and its failures behind it. */
export function errorText({ errors }: DatabaseError): string {
  return errors.map(oneError).join(' ');
}

function oneError({ code, description, position, failures }: ErrorElement): string {
  const at = position === undefined ? '' : ` at ${steps(position)}`;
  const failed =
    failures === undefined
      ? ''
      : ` (${failures.map((one) => `Failure at ${steps(one.field)}: ${one.code} - ${one.description}`).join(' ')})`;
  return `Error${at}: ${code} - ${description}${failed}`;
}

/** Steps that are strings are symbols (`ErrorData.from_hash`). */
function steps(position: readonly (string | number)[]): string {
  return `[${position.map((step) => (typeof step === 'number' ? String(step) : symbol(step))).join(', ')}]`;
}

function symbol(step: string): string {
  return /^[A-Za-z_]\w*$/.test(step) ? `:${step}` : `:${inspectString(step)}`;
}

/** Reads `#<Fauna::NotFound: Error at [:create]: …>` of `p`, and the text inside, of `puts`. */
export function parseError(text: string): ErrorReading {
  const [, name, inner] = INSPECTED.exec(text) ?? [];
  const message = inner ?? text;
  const type = name === undefined ? {} : { type: `Fauna::${name}` };
  const starts = [...message.matchAll(ERROR)].filter(
    ({ index }) => index === 0 || message[index - 1] === ' ',
  );
  if (starts[0]?.index !== 0)
    return name === undefined
      ? { ok: false, error: textError(text, 0, '"Error" or "#<Fauna::"') }
      : { ok: true, error: { ...type, message } };
  const errors = starts.map((start, index) => {
    const from = start.index + start[0].length;
    return readError(message.slice(from, (starts[index + 1]?.index ?? message.length + 1) - 1), start[1]);
  });
  return { ok: true, error: { ...type, errors } };
}

function readError(text: string, position: string | undefined): Partial<ErrorElement> {
  const failures = FAILURES.exec(text);
  const body = failures === null ? text : text.slice(0, failures.index);
  const border = body.indexOf(' - ');
  const [code, description] = border === -1 ? [body, ''] : [body.slice(0, border), body.slice(border + 3)];
  return {
    code,
    description,
    ...(position === undefined ? {} : { position: readSteps(position) }),
    ...(failures === null ? {} : { failures: readFailures(failures[1] ?? '') }),
  };
}

function readFailures(text: string): NonNullable<ErrorElement['failures']> {
  return text
    .split(/(?:^| )Failure at (?=\[)/)
    .slice(1)
    .map((one) => {
      const [, field = '', code = '', description = ''] =
        /^(\[[^\]]*\]): ([\s\S]*?) - ([\s\S]*)$/.exec(one) ?? [];
      return { field: readSteps(field).map(String), code, description };
    });
}

function readSteps(text: string): readonly (string | number)[] {
  return [...text.matchAll(new RegExp(STEP, 'g'))].map(([step]) => {
    if (/^-?\d+$/.test(step)) return Number(step);
    return step.replace(/^:/, '').replace(/^"([\s\S]*)"$/, '$1');
  });
}

/** What `p e` says. */
export function projectError({ status, errors }: DatabaseError): PrintedError {
  return {
    type: `Fauna::${CLASSES[status] ?? 'UnexpectedError'}`,
    errors: errors.map(({ code, description, position, failures }) => ({
      code,
      description,
      ...(position === undefined ? {} : { position }),
      ...(failures === undefined ? {} : { failures }),
    })),
  };
}

import { textError } from '../../value/index.ts';
import type { DatabaseError, ErrorReading, PrintedError } from '../format.ts';
import { printErrorList, readErrorList } from '../shared/error-list.ts';

/** Exception classes of drivers 4.5.0 by HTTP status (409 from 4.2.0 on, 410 and 429 in 4.5.0 only); others: Unknown. */
const CLASSES: Readonly<Record<number, string>> = {
  400: 'BadRequestException',
  401: 'UnauthorizedException',
  403: 'PermissionDeniedException',
  404: 'NotFoundException',
  409: 'TransactionContentionException',
  410: 'ResourceNotAvailableException',
  429: 'TooManyRequestsException',
  500: 'InternalException',
  503: 'UnavailableException',
};

const UNPARSEABLE = /^Unparseable service (?:(\d{3}) ?response\.|[\s\S]* response\.)$/;

/**
 * The printed errors of the JVM drivers: an exception class and `code: description` of each error; no positions, failures
 * or causes. Java's are in `com.faunadb.client.errors.`, Scala's in `faunadb.errors.`. `statuses` have a class of their own in
 * the release; default: those of 4.5.0.
 */
export function jvmErrors(
  prefix: string,
  statuses: readonly number[] = Object.keys(CLASSES).map(Number),
): {
  readonly print: (error: DatabaseError) => string;
  readonly parseError: (text: string) => ErrorReading;
  readonly projectError: (error: DatabaseError) => PrintedError;
} {
  const type = (status: number): string =>
    `${prefix}${(statuses.includes(status) ? CLASSES[status] : undefined) ?? 'UnknownException'}`;
  return {
    print: ({ status, errors }) => `${type(status)}: ${printErrorList(errors)}`,
    parseError: (text) => parse(text, prefix),
    projectError: ({ status, errors }) => ({
      type: type(status),
      errors: errors.map(({ code, description }) => ({ code, description })),
    }),
  };
}

function parse(text: string, prefix: string): ErrorReading {
  // `Future.get()` wraps what the client threw (spec 8.c.3).
  const thrown = text.replace(/^java\.util\.concurrent\.ExecutionException: /, '');
  const match = /^((?:[\w$]+\.)+[\w$]*(?:Exception|Error))(?:: ([\s\S]*))?$/.exec(thrown);
  if (match === null)
    return {
      ok: false,
      error: textError(text, text.length - thrown.length, 'the class of an exception and ": "'),
    };
  const [, type = '', message = ''] = match;
  if (!type.startsWith(prefix)) return { ok: true, error: { type, message } };
  const unparseable = UNPARSEABLE.exec(message);
  if (unparseable !== null) {
    const [, status] = unparseable;
    return {
      ok: true,
      error: { type, message, ...(status === undefined ? {} : { status: Number(status) }) },
    };
  }
  const errors = readErrorList(message);
  return { ok: true, error: errors === undefined ? { type, message } : { type, errors } };
}

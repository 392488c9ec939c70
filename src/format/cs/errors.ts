import { textError } from '../../value/index.ts';
import type { DatabaseError, ErrorReading, PrintedError } from '../format.ts';
import { printErrorList, readErrorList } from '../shared/error-list.ts';

const PREFIX = 'FaunaDB.Errors.';
/** Exception classes of driver 4.2.0 by HTTP status; others: `UnknowException`, so spelled. */
const CLASSES: Readonly<Record<number, string>> = {
  400: 'BadRequest',
  401: 'Unauthorized',
  403: 'PermissionDenied',
  404: 'NotFound',
  500: 'InternalError',
  503: 'UnavailableError',
};

/** The printed errors of the C# driver: a class and `code: description` of each error, stack lines behind (spec 10.c.3). */
export const csErrors = {
  print: ({ status, errors }: DatabaseError): string =>
    `${PREFIX}${CLASSES[status] ?? 'UnknowException'}: ${printErrorList(errors)}`,
  parseError,
  projectError: ({ status, errors }: DatabaseError): PrintedError => ({
    type: `${PREFIX}${CLASSES[status] ?? 'UnknowException'}`,
    errors: errors.map(({ code, description }) => ({ code, description })),
  }),
};

function parseError(text: string): ErrorReading {
  // `Task.Result` wraps what the client threw; .NET Framework omits the parenthesis.
  const inner = /^System\.AggregateException: [\s\S]*? ---> (?=(?:\w+\.)+\w+: )/.exec(text)?.[0] ?? '';
  const [thrown = ''] = text.slice(inner.length).split(/\r?\n {3}(?:at |--- End of )/);
  const match = /^((?:\w+\.)+\w+)(?:: ([\s\S]*))?$/.exec(thrown);
  if (match === null)
    return { ok: false, error: textError(text, inner.length, 'the class of an exception and ": "') };
  const [, type = '', message = ''] = match;
  const errors = type.startsWith(PREFIX) ? readErrorList(message) : undefined;
  return { ok: true, error: errors === undefined ? { type, message } : { type, errors } };
}

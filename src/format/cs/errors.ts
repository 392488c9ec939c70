import { textError } from '../../value/index.ts';
import type { DatabaseError, ErrorReading, Format, PrintedError } from '../format.ts';
import { printErrorList, readErrorList } from '../shared/error-list.ts';

const PREFIX = 'FaunaDB.Errors.';
/** Exception classes by HTTP status (0.1.3 to 4.2.0, Errors/FaunaException.cs); others: `UnknowException`, so spelled. */
const CLASSES: Readonly<Record<number, string>> = {
  400: 'BadRequest',
  401: 'Unauthorized',
  403: 'PermissionDenied',
  404: 'NotFound',
  500: 'InternalError',
  503: 'UnavailableError',
};

/** The printed errors of the C# driver: a class and `code: description` of each error, stack lines behind (spec 10.c.3). */
export function csErrors(without: readonly number[] = []): Pick<Format, 'parseError' | 'projectError'> & {
  print(error: DatabaseError): string;
} {
  const type = (status: number): string =>
    `${PREFIX}${(without.includes(status) ? undefined : CLASSES[status]) ?? 'UnknowException'}`;
  return {
    print: ({ status, errors }) => `${type(status)}: ${printErrorList(errors)}`,
    parseError,
    projectError: ({ status, errors }): PrintedError => ({
      type: type(status),
      errors: errors.map(({ code, description }) => ({ code, description })),
    }),
  };
}

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

import { describe, expect, test } from 'vitest';
import { formatOf, type Format, type PrintedError } from '../../../src/format/index.ts';
import { describeTextError } from '../../../src/value/index.ts';
import { shellPrints } from './prints.ts';

function needed(id: string): Format {
  const format = formatOf(id);
  if (format === undefined) throw new Error(`there is no format ${id}`);
  return format;
}

function errorIn(id: string, text: string): PrintedError {
  const reading = needed(id).parseError(text);
  if (!reading.ok) throw new Error(describeTextError(reading.error));
  return reading.error;
}

const ERRORS = [
  {
    position: ['create', 'object', 1],
    code: 'validation failed',
    description: "document data isn't valid.",
    failures: [
      {
        field: ['data', 'name'],
        code: 'value not found',
        description: Array.from({ length: 4 }, () => 'Value not found at path [data,name].').join(' '),
      },
    ],
  },
  {
    position: [],
    code: 'call error',
    description: 'Calling the function\nresulted in an error: "x"',
    cause: [{ position: ['expr', 0], code: 'transaction aborted', description: "no: '1'" }],
  },
];

describe('what fauna eval wrote to standard error', () => {
  const printed = (version: string): string => {
    const found = shellPrints.find(
      ({ driver, driverVersion }) => driver === 'shell eval (command)' && driverVersion === version,
    );
    if (found === undefined) throw new Error(`nothing is recorded of ${version}`);
    return found.printed;
  };

  test('the report of 0.11.1 has all that the driver’s error has', () => {
    expect(errorIn('shell/eval-json', printed('0.11.1'))).toStrictEqual({
      type: 'BadRequest',
      status: 400,
      errors: ERRORS,
    });
  });

  test('1.2.1 puts a margin before its lines and breaks those that are too long', () => {
    expect(errorIn('shell/eval-json', printed('1.2.1'))).toStrictEqual({ errors: ERRORS });
  });

  test('a report is kept without its times', () => {
    const steady = needed('shell/eval-json').steady(printed('0.11.1'));
    expect(steady).toContain('startTime: …');
    expect(steady).toContain('The following query failed:');
  });
});

describe('errors of the prompt', () => {
  test.each([
    ['shell/0.0', '\n Error: instance not found', { errors: [{ code: 'instance not found' }] }],
    ['shell/0.1.2', 'Error: instance not found', { errors: [{ code: 'instance not found' }] }],
    ['shell/0.3', 'Error: instance not found', { errors: [{ code: 'instance not found' }] }],
    ['shell/0.3', 'Error: connect ECONNREFUSED', { message: 'connect ECONNREFUSED' }],
    [
      'shell/0.3',
      "Error: invalid ref\n[ { position: [ 'get' ], code: 'invalid ref', description: 'x' } ]",
      { errors: [{ position: ['get'], code: 'invalid ref', description: 'x' }] },
    ],
    ['shell/eval-json', ' ›   Error: connect ECONNREFUSED', { message: 'connect ECONNREFUSED' }],
  ] as const)('%s: %s', (id, text, error) => {
    expect(errorIn(id, text)).toStrictEqual(error);
  });

  test.each(['shell/0.0', 'shell/0.1.2', 'shell/0.3', 'shell/eval-json', 'shell/4.0'])(
    '%s takes no other text for one',
    (id) => {
      expect(needed(id).parseError('{ a: 1 }').ok).toBe(false);
    },
  );
});

describe('errors of 4.0.0', () => {
  test('one without a position is the shell’s undoing', () => {
    expect(
      needed('shell/4.0').projectError({ status: 503, errors: [{ code: 'time out', description: 'x' }] }),
    ).toStrictEqual({ message: "Cannot read properties of undefined (reading 'join')" });
  });

  test('what a query cost is no part of a record', () => {
    const text =
      'stats:\n  x-query-time: 5\n\nThe query failed with the following error:\n\ninvalid ref: x\nat *query*:get';
    expect(needed('shell/4.0').steady(text)).toBe(text.replace('5', '…'));
    expect(errorIn('shell/4.0', text)).toStrictEqual({
      errors: [{ code: 'invalid ref', description: 'x', position: ['get'] }],
    });
  });
});

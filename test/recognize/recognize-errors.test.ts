import { describe, expect, test } from 'vitest';
import type { PrintedError } from '../../src/format/index.ts';
import { recognizeErrors } from '../../src/recognize/index.ts';
import { allPrints } from '../format/prints.ts';
import { formatOfRelease } from './formats-of-release.ts';

/** Whether the driver's own format finds more than a message in it. */
function isTelling({ errors, status }: PrintedError): boolean {
  return status !== undefined || (errors?.some(({ code }) => code !== undefined) ?? false);
}

const errors = allPrints().filter(({ outcome }) => outcome === 'error');

describe('printed errors', () => {
  test.each([...new Set(errors.map(({ driver, driverVersion }) => `${driver} ${driverVersion}`))])(
    'of %s are recognised as its own',
    (name) => {
      const [driver = '', version = ''] = name.split(' ');
      const format = formatOfRelease(driver, version);
      if (format === undefined) throw new Error(`no format is said to be that of ${name}`);
      const strange = errors
        .filter((print) => print.driver === driver && print.driverVersion === version)
        .filter(({ printed }) => {
          const reading = format.parseError(printed);
          return reading.ok && isTelling(reading.error);
        })
        .filter(({ printed }) => !recognizeErrors(printed).some((one) => one.format === format))
        .map((print) => print.case);
      expect(strange).toStrictEqual([]);
    },
  );

  test.each([
    [
      'com.faunadb.client.errors.NotFoundException: instance not found: Document not found.',
      'java/2.7',
      'the class `com.faunadb.client.errors.NotFoundException`, the code `instance not found`',
    ],
    [
      'Response error 404. Errors: [create](instance not found): Document not found., details: []',
      'go/2.7',
      'the status 404, the code `instance not found`',
    ],
    [
      '{"errors":[{"position":["create"],"code":"instance not found","description":"Document not found."}]}\r\n',
      'http/2.7',
      'the code `instance not found`',
    ],
  ])('%s', (text, id, reason) => {
    expect(recognizeErrors(text).find(({ format }) => format.id === id)?.reason).toBe(reason);
  });

  test.each([
    'Document not found.',
    'INFO: a line of a log',
    '',
    '{"ref":1}',
    'java.lang.IllegalStateException: x: y',
  ])('no driver says more than a message in: %s', (text) => {
    expect(recognizeErrors(text).map(({ format }) => format.id)).toStrictEqual([]);
  });
});

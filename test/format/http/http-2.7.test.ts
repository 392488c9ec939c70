import { describe, expect, test } from 'vitest';
import { arbitraryValue } from '../../../src/expect/arbitrary/value.ts';
import { formatOf } from '../../../src/format/index.ts';
import { build, describeTextError } from '../../../src/value/index.ts';
import { sameJson } from './same-json.ts';
import { describeLaws, written } from '../laws.ts';

const http27 = formatOf('http/2.7');
if (http27 === undefined) throw new Error('http/2.7 is not in the table of formats');

describeLaws({
  format: http27,
  values: arbitraryValue({ tagKeys: true }),
  unusual: arbitraryValue({ names: 'any', tagKeys: true }),
  sameButLayout: sameJson,
});

describe('http/2.7', () => {
  test.each([
    ['an answer', '{"resource":{"a":1}}', build.obj({ a: build.long(1) })],
    ['a value without envelope', '{ "a": 1.0 }\n', build.obj({ a: build.double(1) })],
    ['an answer after its status line', 'HTTP/1.1 201 Created\n{"resource":null}', build.nul],
    [
      'an answer as curl -i prints it',
      'HTTP/2 200 \r\ncontent-type: application/json\r\nx-txn-time: 1\r\n\r\n{"resource":[]}',
      build.arr([]),
    ],
    [
      'a ref of API version 1',
      '{"@ref":"classes/users/1"}',
      build.ref('1', build.ref('users', build.ref('classes'))),
    ],
    [
      'a ref of API version 2.1',
      '{"resource":{"@ref":{"id":"1","class":{"@ref":{"id":"tokens"}}}}}',
      build.ref('1', build.ref('tokens')),
    ],
  ])('reads %s', (_what, text, value) => {
    const reading = http27.parse(text);
    expect(reading.ok && reading.readings.map(written)).toStrictEqual([written(value)]);
  });

  test('places an error behind the status line in the whole text', () => {
    const reading = http27.parse('HTTP/1.1 200 OK\n{"resource": tru}');
    expect(reading.ok ? '' : describeTextError(reading.error)).toBe(
      'line 2, column 14: expected strict JSON\n{"resource": tru}\n             ^',
    );
  });

  test('reads the errors and the status of a captured answer', () => {
    const text = 'HTTP/1.1 404 Not Found\n{"errors":[{"position":["a",0],"code":"c","description":"d"}]}';
    expect(http27.parseError(text)).toStrictEqual({
      ok: true,
      error: { status: 404, errors: [{ position: ['a', 0], code: 'c', description: 'd' }] },
    });
  });

  test('says that a result is no error', () => {
    const reading = http27.parseError('{"resource":1}');
    expect(reading.ok ? '' : reading.error.expected).toBe('an object with a list of "errors"');
  });
});

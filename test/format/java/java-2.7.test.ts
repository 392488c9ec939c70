import { describe, expect, test } from 'vitest';
import { UnprintableValue } from '../../../src/format/index.ts';
import { java27 } from '../../../src/format/java/index.ts';
import { jvmErrors } from '../../../src/format/jvm/errors.ts';
import { JsonNumber, build, jsonObject, type Value } from '../../../src/value/index.ts';
import { NEWEST_PRINTS } from '../jvm/newest-prints.ts';
import { describeUnescapedPrints } from '../unescaped-prints.ts';

const { arr, bool, bytes, date, double, long, nul, obj, query, ref, set, str, ts } = build;

// 409, 410 and 429 have exceptions of their own in later releases only.
const oldErrors = jvmErrors('com.faunadb.client.errors.', [400, 401, 403, 404, 500, 503]);

describeUnescapedPrints({
  format: java27,
  driver: 'java',
  version: '4.0.1',
  notPrinted: {},
  notRead: {},
  readLater: [],
  printError: oldErrors.print,
  projectError: oldErrors.projectError,
});

describeUnescapedPrints({
  ...NEWEST_PRINTS,
  format: java27,
  driver: 'java',
  printError: jvmErrors('com.faunadb.client.errors.').print,
});

describe('java/2.7', () => {
  test.each<[string, Value, string]>([
    ['null', nul, 'null'],
    ['a double', double(1), '1.0'],
    ['minus zero', double(-0), '-0.0'],
    ['a small double', double(1e-4), '1.0E-4'],
    ['a double that JDK 17 prints long', double(1e23), '9.999999999999999E22'],
    ['a long', long(9223372036854775807n), '9223372036854775807'],
    ['a string with quotes', str('say "hi"'), '"say "hi""'],
    ['bytes', bytes([1, 2, 0xab]), '[0x01 0x02 0xab]'],
    ['a time', ts('2018-01-02T03:04:05.1Z'), '2018-01-02T03:04:05.100Z'],
    ['a date', date('2018-01-02'), '2018-01-02'],
    ['a query', query(jsonObject({ lambda: 'x', expr: new JsonNumber('1') })), 'QueryV({lambda=x, expr=1})'],
    [
      'a set',
      set({ match: ref('i', ref('indexes')) }),
      '{@set = {match: ref(id = "i", collection = ref(id = "indexes"))}}',
    ],
    ['a user object with a tag', obj({ '@set': obj({ a: long(1) }) }), '{@set: {a: 1}}'],
    ['a lone surrogate', str('\ud800x'), '"?x"'],
  ])('prints %s', (_name, value, text) => {
    expect(java27.print(value)).toBe(text);
  });

  test.each<[string, Value, Value]>([
    ['a string and two fields', obj({ a: str('x", b: "y') }), obj({ a: str('x'), b: str('y') })],
    ['a key and two fields', obj({ 'k: 1, b': long(2) }), obj({ k: long(1), b: long(2) })],
    ['two strings and one', arr([str('x'), str('y')]), arr([str('x", "y')])],
  ])('reads both values of one text: %s', (_name, left, right) => {
    const text = java27.print(left);
    expect(java27.print(right)).toBe(text);
    const reading = java27.parse(text);
    expect(reading).toMatchObject({ ok: true, complete: true });
    expect(reading.ok && reading.readings).toEqual(expect.arrayContaining([left, right]));
  });

  test('does not tell empty bytes from an empty array, nor a literal of a query from its text', () => {
    expect(java27.print(bytes([]))).toBe(java27.print(arr([])));
    expect(java27.parse('[]')).toMatchObject({ ok: true, readings: [{ kind: 'oneOf' }], complete: true });
    const one = query(jsonObject({ lambda: 'x', expr: new JsonNumber('1') }));
    const text = query(jsonObject({ lambda: 'x', expr: '1' }));
    expect(java27.project(one)).toEqual(java27.project(text));
  });

  test.each<[string, Value]>([
    ['bytes with a group 62', bytes([0xfb])],
    ['an integer beyond 64 bits', arr([long(2n ** 63n)])],
  ])('cannot decode %s', (_name, value) => {
    expect(() => java27.print(value)).toThrow(UnprintableValue);
  });

  test.each([
    ['{a: 1, b: tru}', 10, '"true"'],
    ['{a: 1', 5, '", " or "}"'],
    ['[1, 2] x', 6, 'the end'],
    ['1.50', 0, 'a number'],
    ['', 0, 'a number'],
    [`${'['.repeat(100_000)}1${']'.repeat(100_000)}`, 1000, 'a value nested less than 1,000 levels deep'],
    [`${'['.repeat(5000)}1${']'.repeat(5000)}`, 1000, 'a value nested less than 1,000 levels deep'],
  ])('points at what is wrong in %j', (text, offset, expected) => {
    const reading = java27.parse(text);
    expect(reading).toMatchObject({ ok: false, error: { offset } });
    expect(reading.ok ? '' : reading.error.expected).toContain(expected);
  });

  test.each([
    [
      'com.faunadb.client.errors.BadRequestException: ',
      { type: 'com.faunadb.client.errors.BadRequestException', errors: [] },
    ],
    [
      'java.util.concurrent.ExecutionException: com.faunadb.client.errors.NotFoundException: instance not found: Document not found.',
      {
        type: 'com.faunadb.client.errors.NotFoundException',
        errors: [{ code: 'instance not found', description: 'Document not found.' }],
      },
    ],
    [
      'com.faunadb.client.errors.UnknownException: Unparseable service 502 response.',
      {
        type: 'com.faunadb.client.errors.UnknownException',
        status: 502,
        message: 'Unparseable service 502 response.',
      },
    ],
  ])('reads the error %j', (text, error) => {
    expect(java27.parseError(text)).toEqual({ ok: true, error });
  });

  test('refuses an error text without a class', () => {
    expect(java27.parseError('{a: 1}')).toMatchObject({ ok: false, error: { offset: 0 } });
  });

  test('bounds the work on hostile texts and says that it stopped', () => {
    const reading = java27.parse(
      java27.print(obj(Array.from({ length: 300 }, (_, index) => [`k${index}`, str('x')]))),
    );
    expect(reading).toMatchObject({ ok: true, complete: false });
    expect(java27.parse(`{a: ${'["x", {b: '.repeat(300)}`).ok).toBe(false);
  });

  test('a boolean is no string', () => {
    expect(java27.parse('[true, "true"]')).toEqual({
      ok: true,
      readings: [arr([bool(true), str('true')])],
      complete: true,
    });
  });
});

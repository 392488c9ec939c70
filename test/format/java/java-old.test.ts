import { describe, expect, test } from 'vitest';
import { UnprintableValue, type Format } from '../../../src/format/index.ts';
import { javaFormats } from '../../../src/format/java/index.ts';
import { jvmErrors } from '../../../src/format/jvm/errors.ts';
import { JsonNumber, build, jsonObject, type Value } from '../../../src/value/index.ts';
import { describeUnescapedPrints } from '../unescaped-prints.ts';

const { arr, bool, bytes, date, double, long, nul, obj, query, ref, set, str, ts } = build;

function java(id: string): Format {
  const found = javaFormats.find((format) => format.id === id);
  if (found === undefined) throw new Error(`no format ${id}`);
  return found;
}

const errors = jvmErrors('com.faunadb.client.errors.', [400, 401, 403, 404, 500, 503]);
const ALPHABET = 'the alphabet on the wire is no part of the value; the server sends the standard one';
const ZONE = 'the server sends UTC only';

describeUnescapedPrints({
  format: java('java/2.1'),
  driver: 'java',
  version: '2.2.0',
  notPrinted: {
    'bytes url-safe alphabet': ALPHABET,
    'bytes url-safe in an object': ALPHABET,
    'ts with offset': ZONE,
  },
  notRead: {
    'object duplicate key': 'the driver keeps the last one',
    'ts with offset': ZONE,
  },
  readLater: [],
  printError: errors.print,
});

describeUnescapedPrints({
  format: java('java/2.1'),
  driver: 'java',
  version: '2.1.0',
  notPrinted: {},
  notRead: {},
  readLater: [],
  printError: errors.print,
});

const doc = ref('1', ref('users', ref('classes')));
const lambda = query(jsonObject({ lambda: 'x', expr: jsonObject({ var: 'x' }) }));

describe('old Java formats', () => {
  const rows: readonly (readonly [string, Value, string])[] = [
    ['java/0.3', nul, 'null'],
    [
      'java/0.3',
      arr([nul, bool(true), long(1), double(1)]),
      'Arr([NullV, BooleanV(true), LongV(1), DoubleV(1.0)])',
    ],
    ['java/0.3', doc, 'RefV(classes/users/1)'],
    ['java/0.3', ts('2018-01-02T03:04:05.1Z'), 'TimeV(2018-01-02T03:04:05.100Z)'],
    ['java/0.3.1', ts('2018-01-02T03:04:05.1Z'), 'TimeV(2018-01-02T03:04:05.100000000Z)'],
    ['java/0.3.1', bytes([1, 2, 3, 4]), 'ObjectV({@bytes=StringV(AQIDBA==)})'],
    ['java/0.4', bytes([1, 2, 3, 4]), 'BytesV(0x01, 0x02, 0x03, 0x04)'],
    ['java/0.4', lambda, 'ObjectV({@query=ObjectV({lambda=StringV(x), expr=ObjectV({var=StringV(x)})})})'],
    ['java/1.1', lambda, 'QueryV({lambda=x, expr={var=x}})'],
    ['java/1.1', obj({}), 'ObjectV({})'],
    ['java/2.1', doc, 'RefV(id = "1", class = RefV(id = "users", class = RefV(id = "classes")))'],
    ['java/2.1', set({ match: str('x') }), 'SetRefV({match=StringV(x)})'],
    ['java/2.1', date('2018-01-02'), 'DateV(2018-01-02)'],
    // Ran on 2.2.0: milliseconds are divided towards zero.
    ['java/2.1', ts('1969-12-31T23:59:58.500Z'), 'TimeV(1969-12-31T23:59:58.-500000000Z)'],
    ['java/2.1', ts('1969-12-31T23:59:58.500123Z'), 'TimeV(1969-12-31T23:59:58.-499877000Z)'],
    ['java/2.1', ts('1969-12-31T23:59:58.000123Z'), 'TimeV(1969-12-31T23:59:58.000123000Z)'],
    ['java/2.1', ts('1969-12-31T23:59:59.999999999Z'), 'TimeV(1970-01-01T00:00:00.-00000001Z)'],
    ['java/2.5.2', doc, 'ref(id = "1", class = ref(id = "users", class = ref(id = "classes")))'],
    ['java/2.5.2', ts('1969-12-31T23:59:58.500Z'), '1969-12-31T23:59:58.500Z'],
  ];

  test.each(rows.map(([id, value, text]) => [id, text, value] as const))(
    '%s prints and reads %s',
    (id, text, value) => {
      const format = java(id);
      expect(format.print(value)).toBe(text);
      const reading = format.parse(text);
      expect(reading).toMatchObject({ ok: true });
      expect(reading.ok && reading.readings[0]).toEqual(format.project(value));
    },
  );

  test.each(['java/0.3', 'java/0.4', 'java/2.1'])('%s cannot decode an empty object, but reads one', (id) => {
    expect(() => java(id).print(obj({ a: obj({}) }))).toThrow(UnprintableValue);
    expect(java(id).parse('ObjectV({})')).toMatchObject({ ok: true, readings: [obj({})] });
  });

  test('a string that looks like two fields is read both ways', () => {
    const one = obj({ a: str('x), b=StringV(y') });
    const two = obj({ a: str('x'), b: str('y') });
    expect(java('java/2.1').print(one)).toBe(java('java/2.1').print(two));
    const reading = java('java/2.1').parse(java('java/2.1').print(one));
    expect(reading.ok && reading.readings).toEqual(expect.arrayContaining([one, two]));
  });

  test('a literal of a query says not what it was, and a path says no database', () => {
    const format = java('java/1.1');
    const number = query(jsonObject({ lambda: 'x', expr: new JsonNumber('1') }));
    expect(format.project(number)).toEqual(format.project(query(jsonObject({ lambda: 'x', expr: '1' }))));
    expect(format.project(ref('tokens'))).toMatchObject({ id: 'tokens', database: { kind: 'unsaid' } });
  });

  test.each([
    ['java/2.1', 'LongV(1.0)', 0],
    ['java/2.1', 'TimeV(2018-01-02T03:04:05.1Z)', 6],
    ['java/2.1', 'NullV', 0],
    ['java/0.3', 'TrueV', 0],
    ['java/2.5.2', 'ref(id = "1", collection = ref(id = "c"))', 40],
    ['java/2.1', 'ObjectV({a=LongV(1)', 19],
  ])('%s refuses %j', (id, text, offset) => {
    expect(java(id).parse(text)).toMatchObject({ ok: false, error: { offset } });
  });

  test('403 and 409 have no exception of their own in old releases', () => {
    expect(java('java/0.3').projectError({ status: 403, errors: [] }).type).toContain('Unknown');
    expect(java('java/2.1').projectError({ status: 403, errors: [] }).type).toContain('PermissionDenied');
    expect(java('java/2.1').projectError({ status: 409, errors: [] }).type).toContain('Unknown');
  });
});

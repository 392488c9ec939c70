import { describe, expect, test } from 'vitest';
import { UnprintableValue } from '../../../src/format/index.ts';
import { CULTURES, type Culture } from '../../../src/format/cs/culture.ts';
import { csErrors } from '../../../src/format/cs/errors.ts';
import { cs29, cs29In } from '../../../src/format/cs/index.ts';
import { build, firstDifference, jsonObject, type Value } from '../../../src/value/index.ts';

const { arr, bool, bytes, date, double, long, nul, obj, opaque, query, ref, set, str, ts } = build;
const SET = 'System.Collections.Generic.Dictionary`2[System.String,FaunaDB.Types.Value]';
const QUERY = 'System.Collections.Generic.Dictionary`2[System.String,FaunaDB.Query.Expr]';

/** Every line of the specification's sections 10.c.1 and 10.c.1.a for the invariant culture on .NET Core 3.0 and later. */
const LINES: readonly (readonly [string, Value, string])[] = [
  ['null', nul, 'NullV'],
  ['true', bool(true), 'BooleanV(True)'],
  ['false', bool(false), 'BooleanV(False)'],
  ['the largest long', long(2n ** 63n - 1n), 'LongV(9223372036854775807)'],
  ['the smallest long', long(-(2n ** 63n)), 'LongV(-9223372036854775808)'],
  ['1.0', double(1), 'DoubleV(1)'],
  ['-0.0', double(-0), 'DoubleV(-0)'],
  ['0.1', double(0.1), 'DoubleV(0.1)'],
  ['100000.0', double(100_000), 'DoubleV(100000)'],
  ['1.0E7', double(1e7), 'DoubleV(10000000)'],
  ['3.0E10', double(3e10), 'DoubleV(30000000000)'],
  ['1.0E15', double(1e15), 'DoubleV(1000000000000000)'],
  ['1.0E16', double(1e16), 'DoubleV(10000000000000000)'],
  ['1.0E17', double(1e17), 'DoubleV(1E+17)'],
  ['1.0E20', double(1e20), 'DoubleV(1E+20)'],
  ['1.0E21', double(1e21), 'DoubleV(1E+21)'],
  ['1.0E-4', double(1e-4), 'DoubleV(0.0001)'],
  ['1.0E-5', double(1e-5), 'DoubleV(1E-05)'],
  ['0.00001234', double(0.00001234), 'DoubleV(1.234E-05)'],
  ['123456789012345678.0', double(123456789012345680), 'DoubleV(1.2345678901234568E+17)'],
  ['123456789012345680000.0', double(123456789012345680000), 'DoubleV(1.2345678901234568E+20)'],
  ['9007199254740993.0', double(2 ** 53), 'DoubleV(9007199254740992)'],
  ['the largest double', double(Number.MAX_VALUE), 'DoubleV(1.7976931348623157E+308)'],
  ['the smallest double', double(5e-324), 'DoubleV(5E-324)'],
  ['an overflow', double(Infinity), 'DoubleV(Infinity)'],
  ['a string', str(`a'b"c\nd`), `StringV(a'b"c\nd)`],
  ['an array', arr([long(1), double(1)]), 'Arr(LongV(1), DoubleV(1))'],
  ['an object', obj({ a: str('x'), b: str('y') }), 'ObjectV(a: StringV(x),b: StringV(y))'],
  ['an empty object', obj({}), 'ObjectV()'],
  ['an empty array', arr([]), 'Arr()'],
  ['bytes', bytes([1, 2, 3, 4]), 'BytesV(0x01, 0x02, 0x03, 0x04)'],
  ['empty bytes', bytes([]), 'BytesV()'],
  ['bytes of groups 62 and 63', bytes([0xfb, 0xff]), 'BytesV(0xfb, 0xff)'],
  ['a date', date('2018-01-02'), 'FaunaDate(01/02/2018 00:00:00)'],
  ['nanoseconds', ts('2018-01-02T03:04:05.123456789Z'), 'FaunaTime(2018-01-02T03:04:05.1234567Z)'],
  ['trailing zeros', ts('2018-01-02T03:04:05.100Z'), 'FaunaTime(2018-01-02T03:04:05.1Z)'],
  ['whole seconds', ts('1970-01-01T00:00:00Z'), 'FaunaTime(1970-01-01T00:00:00Z)'],
  ['a native ref', ref('collections'), 'RefV(id = "collections")'],
  [
    'a named ref',
    ref('characters', ref('collections')),
    'RefV(id = "characters", collection = RefV(id = "collections"))',
  ],
  [
    'a document ref',
    ref('181388642114077184', ref('characters', ref('collections'))),
    'RefV(id = "181388642114077184", collection = RefV(id = "characters", collection = RefV(id = "collections")))',
  ],
  [
    'a ref with a database',
    ref('c1', ref('collections'), ref('db1', ref('databases'))),
    'RefV(id = "c1", collection = RefV(id = "collections"), database = RefV(id = "db1", collection = RefV(id = "databases")))',
  ],
  ['a set', set({ match: ref('i', ref('indexes')) }), `SetRefV(${SET})`],
  ['a query', query(jsonObject({ lambda: 'x', expr: null })), `QueryV(${QUERY})`],
  [
    'keys',
    obj(
      ['needs quote', 'a-b', '1', 'é', "it's", '', 'valid_id$', 'a.b', 'dq"', 'nl\n', 'k: v, k2'].map(
        (key, index) => [key, long(index + 1)] as const,
      ),
    ),
    `ObjectV(needs quote: LongV(1),a-b: LongV(2),1: LongV(3),é: LongV(4),it's: LongV(5),: LongV(6),valid_id$: LongV(7),a.b: LongV(8),dq": LongV(9),nl\n: LongV(10),k: v, k2: LongV(11))`,
  ],
  [
    'a document',
    obj({
      ts: long(1),
      data: obj({ name: str('Sam'), tags: arr([str('a'), str('b')]), sub: obj({ k: long(1) }) }),
    }),
    'ObjectV(ts: LongV(1),data: ObjectV(name: StringV(Sam),tags: Arr(StringV(a), StringV(b)),sub: ObjectV(k: LongV(1))))',
  ],
];

describe('cs/2.9', () => {
  test.each(LINES)('prints and reads %s', (_name, value, text) => {
    expect(cs29.print(value)).toBe(text);
    const reading = cs29.parse(text);
    const readings = reading.ok ? reading.readings : [];
    expect(readings.some((one) => firstDifference(one, cs29.project(value)) === undefined)).toBe(true);
  });

  test.each<[string, string, string, string]>([
    ['en-US', 'FaunaDate(1/2/2018 12:00:00\u202fAM)', 'DoubleV(1.5)', 'DoubleV(-0)'],
    ['en-GB', 'FaunaDate(02/01/2018 00:00:00)', 'DoubleV(1.5)', 'DoubleV(-0)'],
    ['fr-FR', 'FaunaDate(02/01/2018 00:00:00)', 'DoubleV(1,5)', 'DoubleV(-0)'],
    ['de-DE', 'FaunaDate(02.01.2018 00:00:00)', 'DoubleV(1,5)', 'DoubleV(-0)'],
    ['sv-SE', 'FaunaDate(2018-01-02 00:00:00)', 'DoubleV(1,5)', 'DoubleV(\u22120)'],
    ['ja-JP', 'FaunaDate(2018/01/02 0:00:00)', 'DoubleV(1.5)', 'DoubleV(-0)'],
    ['hu-HU', 'FaunaDate(2018. 01. 02. 0:00:00)', 'DoubleV(1,5)', 'DoubleV(-0)'],
  ])('follows the culture %s', (name, day, fraction, minusZero) => {
    const format = cs29In(culture(name));
    expect(format.id).toBe(`cs/2.9+${name}`);
    expect(format.print(date('2018-01-02'))).toBe(day);
    expect(format.print(double(1.5))).toBe(fraction);
    expect(format.print(double(-0))).toBe(minusZero);
    expect(format.parse(`Arr(${day}, ${fraction}, ${minusZero})`)).toEqual({
      ok: true,
      readings: [arr([date('2018-01-02'), double(1.5), double(-0)])],
      complete: true,
    });
  });

  test('one text is another day under another culture', () => {
    const british = cs29In(culture('en-GB'));
    const text = cs29.print(date('2018-02-01'));
    expect(british.print(date('2018-01-02'))).toBe(text);
    expect(british.parse(text)).toMatchObject({ readings: [date('2018-01-02')] });
    expect(cs29.parse(text)).toMatchObject({ readings: [date('2018-02-01')] });
  });

  test.each<[string, Value, Value]>([
    ['a string and two fields', obj({ a: str('x),b: StringV(y') }), obj({ a: str('x'), b: str('y') })],
    ['a key and two fields', obj({ 'k: LongV(1),b': long(2) }), obj({ k: long(1), b: long(2) })],
  ])('reads both values of one text: %s', (_name, left, right) => {
    const text = cs29.print(left);
    expect(cs29.print(right)).toBe(text);
    const reading = cs29.parse(text);
    expect(reading.ok && reading.readings).toEqual(expect.arrayContaining([left, right]));
  });

  test('keeps only the text of sets and queries, and times to 100 nanoseconds', () => {
    expect(cs29.project(set({ match: nul }))).toEqual(opaque('set', 'cs/2.9', SET));
    expect(firstDifference(cs29.project(set({ match: nul })), query(null))).toBeDefined();
    const early = ts('2018-01-02T03:04:05.123456701Z');
    expect(firstDifference(cs29.project(early), ts('2018-01-02T03:04:05.123456799Z'))).toBeUndefined();
    expect(firstDifference(cs29.project(early), ts('2018-01-02T03:04:05.123456800Z'))).toBeDefined();
  });

  test.each<[string, Value, 'decode' | 'print']>([
    [
      'a key that occurs twice',
      obj([
        ['a', long(1)],
        ['a', long(2)],
      ]),
      'decode',
    ],
    ['an integer beyond 64 bits', long(2n ** 63n), 'decode'],
    ['a user key @ref', obj({ '@ref': str('x') }), 'decode'],
    ['a time before the year 1', ts('-0001-01-01T00:00:00Z'), 'print'],
  ])('fails for %s', (_name, value, where) => {
    let raised: unknown;
    try {
      cs29.print(value);
    } catch (cause) {
      raised = cause;
    }
    expect(raised).toBeInstanceOf(UnprintableValue);
    expect(raised).toMatchObject({ where });
  });

  test.each([
    ['DoubleV(1.0)', 0, 'DoubleV'],
    ['Arr(LongV(1) LongV(2))', 12, '", " or ")"'],
    ['ObjectV(a: LongV(1), b: LongV(2)', 32, '"," or ")"'],
    ['FaunaDate(13/02/2018 00:00:00)', 0, 'FaunaDate'],
  ])('points at what is wrong in %j', (text, offset, expected) => {
    const reading = cs29.parse(text);
    expect(reading).toMatchObject({ ok: false, error: { offset } });
    expect(reading.ok ? '' : reading.error.expected).toContain(expected);
  });

  const notFound = {
    type: 'FaunaDB.Errors.NotFound',
    errors: [{ code: 'instance not found', description: 'Document not found.' }],
  };
  test.each([
    ['FaunaDB.Errors.NotFound: instance not found: Document not found.', notFound],
    [
      'FaunaDB.Errors.NotFound: instance not found: Document not found., validation failed: document data is not valid.',
      {
        ...notFound,
        errors: [
          ...notFound.errors,
          { code: 'validation failed', description: 'document data is not valid.' },
        ],
      },
    ],
    [
      'System.AggregateException: One or more errors occurred. (instance not found: Document not found.) ---> FaunaDB.Errors.NotFound: instance not found: Document not found.\n   at Shim.Run()\n   --- End of inner exception stack trace ---',
      notFound,
    ],
    ['System.InvalidCastException: no', { type: 'System.InvalidCastException', message: 'no' }],
  ])('reads the error %j', (text, error) => {
    expect(cs29.parseError(text)).toEqual({ ok: true, error });
  });

  test('prints and projects an error', () => {
    const error = { status: 409, errors: [{ code: 'contended transaction', description: 'Aborted.' }] };
    const text = csErrors().print(error);
    expect(text).toBe('FaunaDB.Errors.UnknowException: contended transaction: Aborted.');
    expect(cs29.parseError(text)).toEqual({ ok: true, error: cs29.projectError(error) });
    expect(cs29.parseError('ObjectV()')).toMatchObject({ ok: false, error: { offset: 0 } });
  });
});

function culture(name: string): Culture {
  const found = CULTURES.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no culture ${name}`);
  return found;
}

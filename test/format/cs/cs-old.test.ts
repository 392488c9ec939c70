import { describe, expect, test } from 'vitest';
import type { Format } from '../../../src/format/index.ts';
import { csFormats, csVariants } from '../../../src/format/cs/index.ts';
import { build, firstDifference, jsonInteger, jsonObject, type Value } from '../../../src/value/index.ts';

const { arr, bytes, date, double, long, nul, obj, query, ref, set, str, ts } = build;
const all = [...csFormats, ...csVariants];

function cs(id: string): Format {
  const found = all.find((format) => format.id === id);
  if (found === undefined) throw new Error(`no format ${id}`);
  return found;
}

const classes = ref('characters', ref('classes'));
const doc = ref('1', classes);
const lambda = query(jsonObject({ lambda: 'x', expr: jsonObject({ var: 'x' }) }));
const collection = ref('characters', ref('collections'));
const NAMES = '`2[System.String,FaunaDB.Types.Value]';
const ARRAY = 'Arr(System.Collections.Generic.List`1+Enumerator[FaunaDB.Types.Value])';
const T9 = ts('2018-01-02T03:04:05.123456789Z');

/** Every line of the specification's section 10.c.2, and of 10.c.1 and 10.c.1.a for the other runtimes. */
const ROWS: readonly (readonly [string, Value, string])[] = [
  ['cs/0.1.1', doc, 'RefV(classes/characters/1)'],
  ['cs/0.1.1', arr([long(1)]), ARRAY],
  ['cs/0.1.1', arr([]), ARRAY],
  ['cs/0.1.1', bytes([1, 2, 3, 4]), 'ObjectV(@bytes: StringV(AQIDBA==))'],
  ['cs/0.1.1', lambda, 'ObjectV(@query: ObjectV(lambda: StringV(x),expr: ObjectV(var: StringV(x))))'],
  ['cs/0.1.1', set({ match: doc }), `SetRefV(FaunaDB.Collections.OrderedDictionary${NAMES})`],
  ['cs/0.1.1', T9, 'FaunaDate(01/02/2018 03:04:05)'],
  ['cs/0.1.1', date('2018-01-02'), 'FaunaDate(01/02/2018 00:00:00)'],
  ['cs/0.1.3', bytes([1, 2, 3, 4]), 'BytesV(0x01, 0x02, 0x03, 0x04)'],
  ['cs/0.1.3', arr([long(1)]), ARRAY],
  ['cs/0.1.3', set({ match: doc }), `SetRefV(FaunaDB.Collections.ImmutableDictionary${NAMES})`],
  ['cs/1.1', arr([long(1), double(1)]), 'Arr(LongV(1), DoubleV(1))'],
  ['cs/1.1', lambda, 'QueryV(UObject(lambda: StringV(x),expr: UObject(var: StringV(x))))'],
  [
    'cs/1.1',
    query(jsonObject({ lambda: ['x', 'y'], expr: jsonInteger(1) })),
    'QueryV(UObject(lambda: UArr(StringV(x), StringV(y)),expr: LongV(1)))',
  ],
  ['cs/1.1', T9, 'FaunaDate(01/02/2018 03:04:05)'],
  ['cs/2.0', doc, 'RefV(id = "1", class = RefV(id = "characters", class = RefV(id = "classes")))'],
  ['cs/2.0', T9, 'FaunaTime(2018-01-02T03:04:05.1234567Z)'],
  ['cs/2.0', lambda, 'QueryV(System.Collections.Generic.Dictionary`2[System.String,FaunaDB.Query.Expr])'],
  ['cs/2.0', set({ match: doc }), `SetRefV(System.Collections.Generic.Dictionary${NAMES})`],
  [
    'cs/3.0-dev',
    obj({
      ts: long(1631739422080000),
      ref: ref('309833836335727104', ref('tokens')),
      instance: ref('181388642114077184', collection),
      secret: str('fnEE'),
    }),
    '{"instance": Ref(id="181388642114077184", collection=Ref(id="characters", collection=Ref(id="collections"))), "ref": Ref(id="309833836335727104", collection=Ref(id="tokens")), "secret": "fnEE", "ts": 1631739422080000}',
  ],
  ['cs/3.0-dev', arr([nul, build.bool(true), long(1)]), '[null, true, 1]'],
  ['cs/3.0-dev', str('a"b\\c\nd'), '"a\\"b\\c\nd"'],
  ['cs/3.0-dev', str('ends in \\'), '"ends in \\"'],
  ['cs/3.0-dev', date('2018-01-02'), 'Date("2018-01-02")'],
  ['cs/3.0-dev', T9, 'Time("2018-01-02T03:04:05.1234567Z")'],
  ['cs/3.0-dev', bytes([1, 2, 3, 4]), 'Bytes(0x01, 0x02, 0x03, 0x04)'],
  [
    'cs/3.0-dev',
    set({ terms: str('x'), match: ref('myidx', ref('indexes')) }),
    'SetRef({"match": Ref(id="myidx", collection=Ref(id="indexes")), "terms": "x"})',
  ],
  ['cs/3.0-dev', lambda, 'Query({"expr": {"var": "x"}, "lambda": "x"})'],
  ['cs/2.9+fx', double(-0), 'DoubleV(0)'],
  ['cs/2.9+fx', double(123456789012345680000), 'DoubleV(1.23456789012346E+20)'],
  ['cs/2.9+fx', double(2 ** 53), 'DoubleV(9.00719925474099E+15)'],
  ['cs/2.9+fx', double(Number.MAX_VALUE), 'DoubleV(1.79769313486232E+308)'],
  ['cs/2.9+fx', double(5e-324), 'DoubleV(4.94065645841247E-324)'],
  ['cs/2.9+fx', double(1e15), 'DoubleV(1E+15)'],
  ['cs/2.9+fx', double(1e-5), 'DoubleV(1E-05)'],
  ['cs/2.9+fx', double(30000000000), 'DoubleV(30000000000)'],
  ['cs/2.9+th-TH', date('2018-01-02'), 'FaunaDate(2/1/2561 00:00:00)'],
];

describe('C# formats', () => {
  test.each(ROWS)('%s prints and reads row %#', (id, value, text) => {
    const format = cs(id);
    expect(format.print(value)).toBe(text);
    const reading = format.parse(text);
    const readings = reading.ok ? reading.readings : [];
    expect(readings.some((one) => firstDifference(one, format.project(value)) === undefined)).toBe(true);
  });

  test('lists each id once, and every variant names a bare id', () => {
    expect(csFormats.map(({ id }) => id)).toEqual([
      'cs/0.1.1',
      'cs/0.1.3',
      'cs/1.1',
      'cs/2.0',
      'cs/2.9',
      'cs/3.0-dev',
    ]);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    const bare = new Set(csFormats.map(({ id }) => id));
    expect(csVariants.filter(({ variantOf = '' }) => !bare.has(variantOf))).toEqual([]);
  });

  // Texts that no release wrote: each is one step from one that some did.
  test.each([
    ['cs/0.1.1', 'Arr(LongV(1))'],
    ['cs/0.1.1', 'BytesV(0x01)'],
    ['cs/0.1.1', 'RefV(id = "classes")'],
    ['cs/0.1.1', `SetRefV(System.Collections.Generic.Dictionary${NAMES})`],
    ['cs/0.1.1', 'FaunaDate(01/02/2018 24:00:00)'],
    ['cs/0.1.3', 'FaunaTime(2018-01-02T03:04:05Z)'],
    ['cs/1.1', 'QueryV(ObjectV(lambda: StringV(x)))'],
    ['cs/1.1', 'QueryV(UObject(lambda: LongV(x)))'],
    ['cs/2.0', 'RefV(id = "1", collection = RefV(id = "classes"))'],
    ['cs/2.0', 'FaunaDate(01/02/2018 03:04:05)'],
    ['cs/2.9', 'RefV(id = "1", class = RefV(id = "classes"))'],
    ['cs/2.9+fx', 'DoubleV(-0)'],
    ['cs/2.9+fx', 'DoubleV(1.2345678901234568E+20)'],
    ['cs/2.9+th-TH', 'FaunaDate(02/01/2561 00:00:00)'],
    ['cs/3.0-dev', '{"a":1}'],
    ['cs/3.0-dev', '"a"b"'],
    ['cs/3.0-dev', '1.0'],
    ['cs/3.0-dev', 'Query(1)'],
  ])('%s does not read %s', (id, text) => {
    expect(cs(id).parse(text)).toMatchObject({ ok: false });
  });

  test('a text that is a day and a time is both', () => {
    const reading = cs('cs/1.1').parse('FaunaDate(01/02/2018 00:00:00)');
    const [first] = reading.ok ? reading.readings : [];
    const fits = (value: Value): boolean =>
      first !== undefined && firstDifference(first, value) === undefined;
    expect(fits(date('2018-01-02'))).toBe(true);
    expect(fits(ts('2018-01-02T00:00:00.5Z'))).toBe(true);
    expect(fits(ts('2018-01-02T00:00:01Z'))).toBe(false);
  });

  test('15 digits stand for every double that has them, and no other', () => {
    const projected = cs('cs/2.9+fx').project(double(0.3));
    expect(firstDifference(projected, double(0.1 + 0.2))).toBeUndefined();
    expect(firstDifference(projected, double(0.300000000000001))).toBeDefined();
  });

  test('under the Thai calendar no timestamp is decoded', () => {
    expect(() => cs('cs/2.9+th-TH').print(T9)).toThrow('System.FormatException');
  });

  test('a user key @ref is a plain key in 0.1.1 only', () => {
    const value = obj({ '@ref': str('x') });
    expect(cs('cs/0.1.1').print(value)).toBe('ObjectV(@ref: StringV(x))');
    expect(() => cs('cs/0.1.3').print(value)).toThrow('@ref');
  });

  test('0.1.1 has no class for a refusal', () => {
    const refusal = { status: 403, errors: [] };
    expect(cs('cs/0.1.1').projectError(refusal).type).toBe('FaunaDB.Errors.UnknowException');
    expect(cs('cs/0.1.3').projectError(refusal).type).toBe('FaunaDB.Errors.PermissionDenied');
  });

  test.each(csFormats.map(({ id }) => [id]))('%s reads a text of any depth without an exception', (id) => {
    for (const open of ['ObjectV(a: ', 'Arr(', '{"a": ', '['])
      expect(cs(id).parse(open.repeat(20_000))).toMatchObject({ ok: false });
    for (const closed of [
      `${'Arr('.repeat(20_000)}${')'.repeat(20_000)}`,
      '['.repeat(20_000) + ']'.repeat(20_000),
    ])
      expect(() => cs(id).parse(closed)).not.toThrow();
  });
});

import { describe, expect, test } from 'vitest';
import { UnprintableValue, type Format } from '../../../src/format/index.ts';
import { scalaFormats } from '../../../src/format/scala/index.ts';
import { build, jsonObject, type Value } from '../../../src/value/index.ts';

const { arr, bool, bytes, double, long, nul, obj, query, ref, set, str, ts } = build;

function scala(id: string): Format {
  const found = scalaFormats.find((format) => format.id === id);
  if (found === undefined) throw new Error(`no format ${id}`);
  return found;
}

const doc = ref('1', ref('users', ref('classes')));
const lambda = query(jsonObject({ lambda: 'x', expr: jsonObject({ var: 'x' }) }));

describe('old Scala formats', () => {
  const rows: readonly (readonly [string, Value, string])[] = [
    ['scala/0.3', nul, 'NullV'],
    ['scala/0.3', arr([nul, bool(true), bool(false)]), 'ArrayV(Vector(NullV, TrueV, FalseV))'],
    ['scala/0.3', obj({ a: long(1), b: double(1) }), 'ObjectV(Map(a -> LongV(1), b -> DoubleV(1.0)))'],
    ['scala/0.3', obj({}), 'ObjectV(Map())'],
    ['scala/0.3', arr([]), 'ArrayV(Vector())'],
    ['scala/0.3', doc, 'RefV(classes/users/1)'],
    ['scala/0.3', ts('2018-01-02T03:04:05.1Z'), 'TimeV(2018-01-02T03:04:05.100Z)'],
    ['scala/0.3.1', ts('2018-01-02T03:04:05.1Z'), 'TimeV(2018-01-02T03:04:05.100000000Z)'],
    ['scala/0.3.1', bytes([1, 2, 3, 4]), 'ObjectV(Map(@bytes -> StringV(AQIDBA==)))'],
    ['scala/0.4', bytes([1, 2, 3, 4]), 'BytesV(0x01, 0x02, 0x03, 0x04)'],
    [
      'scala/1.1',
      lambda,
      'QueryV(ObjectV(Map(lambda -> StringV(x), expr -> ObjectV(Map(var -> StringV(x))))))',
    ],
    ['scala/2.1', ref('classes'), 'RefV(classes,None,None)'],
    ['scala/2.1', doc, 'RefV(1,Some(RefV(users,Some(RefV(classes,None,None)),None)),None)'],
    ['scala/2.1', ref('c', undefined, ref('d')), 'RefV(c,None,Some(RefV(d,None,None)))'],
    ['scala/2.1', set({ match: str('x') }), 'SetRefV(ObjectV(Map(match -> StringV(x))))'],
    ['scala/2.5', ts('2018-01-02T03:04:05.1Z'), 'TimeV(2018-01-02T03:04:05.100Z)'],
    ['scala/2.6', doc, 'ref(id = "1", class = ref(id = "users", class = ref(id = "classes")))'],
    ['scala/2.6', arr([nul]), '[NullV]'],
    [
      'scala/2.1',
      obj({ e: nul, d: nul, b: nul, c: nul, a: nul }),
      'ObjectV(Map(e -> NullV, a -> NullV, b -> NullV, c -> NullV, d -> NullV))',
    ],
  ];

  test.each(rows.map(([id, value, text]) => [id, text, value] as const))(
    '%s prints and reads %s',
    (id, text, value) => {
      const format = scala(id);
      expect(format.print(value)).toBe(text);
      const reading = format.parse(text);
      expect(reading).toMatchObject({ ok: true });
      expect(reading.ok && reading.readings[0]).toEqual(format.project(value));
    },
  );

  test.each(['scala/0.3', 'scala/1.1', 'scala/2.5', 'scala/2.6'])('%s cannot decode a set inside', (id) => {
    expect(() => scala(id).print(arr([set({ match: str('x') })]))).toThrow(UnprintableValue);
  });

  test('queries inside are objects before 1.1, undecodable up to 2.6, and decoded from 2.7 on', () => {
    expect(scala('scala/0.4').print(arr([lambda]))).toContain('@query -> ');
    expect(() => scala('scala/1.1').print(arr([lambda]))).toThrow(UnprintableValue);
    expect(() => scala('scala/2.6').print(arr([lambda]))).toThrow(UnprintableValue);
    expect(scala('scala/2.7').print(arr([lambda]))).toBe('[{lambda: "x", expr: {var: "x"}}]');
  });

  test.each([
    ['scala/2.1', 'RefV(classes,None)', 5],
    ['scala/2.1', 'BooleanV(true)', 0],
    ['scala/0.3', 'ObjectV({a=LongV(1)})', 0],
  ])('%s refuses %j', (id, text, offset) => {
    expect(scala(id).parse(text)).toMatchObject({ ok: false, error: { offset } });
  });
});

import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findAmbiguity, twin } from '../../src/expect/ambiguity.ts';
import { arbitraryValue } from '../../src/expect/arbitrary/value.ts';
import { cs29 } from '../../src/format/cs/index.ts';
import { go27 } from '../../src/format/go/index.ts';
import type { Format } from '../../src/format/index.ts';
import { java27 } from '../../src/format/java/index.ts';
import { scala27 } from '../../src/format/scala/index.ts';
import { JsonNumber, build, firstDifference, jsonObject, type Value } from '../../src/value/index.ts';

const { arr, bool, bytes, date, double, long, nul, obj, query, ref, set, str, ts } = build;
const SEED = { seed: 20_221_124, numRuns: 2000 };

/** In Go strings are bare words, so everything is a string too; these are the other pairs. */
function hasNoString(value: Value): boolean {
  if (value.kind === 'array') return value.items.every(hasNoString);
  return value.kind !== 'string';
}

describe('findAmbiguity', () => {
  const text = fc.string({ unit: fc.constantFrom('x', '"'), maxLength: 4 }).map((one) => str(one));
  const day = date('2018-01-02');
  const time = ts('2018-01-02T03:04:05Z');
  const anySet = set({ match: nul });

  test.each<[string, Format, fc.Arbitrary<Value>, Value, Value]>([
    [
      'java/2.7: two strings and one',
      java27,
      fc.array(text, { minLength: 1 }).map((items) => arr(items)),
      arr([str(''), str('')]),
      arr([str('", "')]),
    ],
    ['java/2.7: empty bytes and array', java27, fc.uint8Array().map(bytes), bytes([]), arr([])],
    ['go/2.7: a long and a double', go27, fc.bigInt(0n, 99n).map(long), long(0n), double(0)],
    [
      'go/2.7: bytes and numbers',
      go27,
      fc.uint8Array({ minLength: 1, maxLength: 4 }).map(bytes),
      bytes([0]),
      arr([long(0)]),
    ],
    ['go/2.7: a day and its midnight', go27, fc.constant(day), day, ts('2018-01-02T00:00:00Z')],
    [
      'cs/2.9: two strings and one',
      cs29,
      fc.array(text, { minLength: 1 }).map((items) => arr(items)),
      arr([str(''), str('')]),
      arr([str('), StringV(')]),
    ],
    ['cs/2.9: nanoseconds', cs29, fc.constant(time), time, ts('2018-01-02T03:04:05.000000001Z')],
    ['cs/2.9: any two sets', cs29, fc.constant(anySet), anySet, set({ match: str('null') })],
  ])('finds the smallest pair of %s', (_name, format, values, left, right) => {
    const accept = format === go27 ? (_left: Value, other: Value) => hasNoString(other) : () => true;
    const found = findAmbiguity(format, values, { ...SEED, accept });
    expect(found).toMatchObject({ left, right });
    for (const value of [left, right]) expect(format.mask(format.print(value))).toBe(found?.text);
  });

  test('finds null and braces in Go', () => {
    expect(findAmbiguity(go27, fc.constant(nul), SEED)).toMatchObject({
      left: nul,
      right: str('{}'),
      text: '{}',
    });
  });

  test.each<[string, Format]>([
    ['java/2.7', java27],
    ['scala/2.7', scala27],
    ['go/2.7', go27],
    ['cs/2.9', cs29],
  ])('finds some pair of %s among arbitrary values, and both print alike', (_name, format) => {
    const found = findAmbiguity(format, arbitraryValue({ depth: 2, wellFormed: true }), { seed: SEED.seed });
    if (found === undefined) throw new Error('nothing found');
    expect(firstDifference(found.left, found.right)).toBeDefined();
    for (const value of [found.left, found.right]) expect(format.mask(format.print(value))).toBe(found.text);
  });

  test('replays from its seed', () => {
    const values = arbitraryValue({ depth: 2 });
    expect(findAmbiguity(go27, values, { seed: 7 })).toEqual(findAmbiguity(go27, values, { seed: 7 }));
  });

  test('finds nothing where a format says everything', () => {
    const values = fc.array(
      fc.oneof(fc.boolean().map(bool), fc.bigInt(-(2n ** 63n), 2n ** 63n - 1n).map(long)),
      { minLength: 1 },
    );
    for (const format of [java27, cs29])
      expect(
        findAmbiguity(
          format,
          values.map((items) => arr(items)),
        ),
      ).toBeUndefined();
  });
});

describe('twin: the pairs of the specification, section 13.1', () => {
  test.each<[string, Format, Value]>([
    ['java/2.7 string', java27, obj({ a: str('x", b: "y') })],
    ['java/2.7 key', java27, obj({ 'k: 1, b': long(2) })],
    ['java/2.7 query literal', java27, query(jsonObject({ lambda: 'x', expr: new JsonNumber('1') }))],
    ['scala/2.7 query and object', scala27, query(jsonObject({ lambda: 'x', expr: new JsonNumber('1') }))],
    ['scala/2.7 order of five', scala27, obj({ a: nul, b: nul, c: nul, d: nul, e: nul })],
    ['go/2.7 boolean', go27, bool(true)],
    ['go/2.7 words', go27, arr([str('a b'), str('c')])],
    ['go/2.7 entries', go27, obj({ a: str('1 b:2') })],
    ['go/2.7 collection of a ref', go27, ref('1', ref('c', ref('collections')))],
    ['go/2.7 native inside', go27, arr([ref('tokens')])],
    ['go/2.7 order', go27, obj({ b: nul, a: nul })],
    ['cs/2.9 string', cs29, obj({ a: str('x),b: StringV(y') })],
    ['cs/2.9 key', cs29, obj({ 'k: LongV(1),b': long(2) })],
    ['cs/2.9 query', cs29, query(jsonObject({ lambda: 'x', expr: null }))],
  ])('%s has a twin', (_name, format, value) => {
    const other = twin(format, value);
    if (other === undefined) throw new Error('no twin found');
    expect(firstDifference(value, other)).toBeDefined();
    expect(format.mask(format.print(other))).toBe(format.mask(format.print(value)));
  });

  test.each<[string, Format, Value]>([
    ['java/2.7 ref', java27, ref('1', ref('c', ref('collections')))],
    ['java/2.7 double', java27, double(1)],
    ['java/2.7 midnight', java27, ts('2018-01-02T00:00:00Z')],
    ['scala/2.7 object of one number', scala27, obj({ a: long(1) })],
    ['cs/2.9 long', cs29, long(1)],
    ['cs/2.9 empty bytes', cs29, bytes([])],
  ])('%s has none', (_name, format, value) => {
    expect(twin(format, value)).toBeUndefined();
  });
});

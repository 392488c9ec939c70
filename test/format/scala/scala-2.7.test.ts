import { describe, expect, test } from 'vitest';
import { UnprintableValue } from '../../../src/format/index.ts';
import { hashOrder } from '../../../src/format/scala/hash-order.ts';
import { scala27 } from '../../../src/format/scala/index.ts';
import { jvmErrors } from '../../../src/format/jvm/errors.ts';
import { JsonNumber, build, jsonObject, type Entry, type Value } from '../../../src/value/index.ts';
import { NEWEST_PRINTS } from '../jvm/newest-prints.ts';
import { describeUnescapedPrints } from '../unescaped-prints.ts';

const { arr, bytes, long, nul, obj, query, str } = build;

describeUnescapedPrints({
  ...NEWEST_PRINTS,
  format: scala27,
  driver: 'scala',
  printError: jvmErrors('faunadb.errors.').print,
});

describe('scala/2.7', () => {
  const keyed = (keys: readonly string[]): readonly Entry[] =>
    keys.map((key, index): Entry => [key, long(index)]);
  const orderOf = (keys: readonly string[]): string =>
    hashOrder(keyed(keys))
      .map(([key]) => key)
      .join(' ');

  test.each([
    ['four keys as they came', 'd c b a', 'd c b a'],
    ['five keys by hash', 'e d b c a', 'e a b c d'],
    ['eight keys by hash', 'h g e d b c a f', 'e f a b g c h d'],
    ['keys with equal hashes as they came', 'Aa BB AaAa BBBB AaBB BBAa', 'Aa BB AaAa BBBB AaBB BBAa'],
    ['a later field of a document', 'ref ts name global_id data', 'global_id name data ts ref'],
  ])('orders %s', (_name, keys, ordered) => {
    expect(orderOf(keys.split(' '))).toBe(ordered);
  });

  test('says that the order of five keys is lost, and keeps that of four', () => {
    const five = obj(keyed(['e', 'd', 'b', 'c', 'a']));
    expect(scala27.project(five)).toMatchObject({ ordered: false });
    expect(scala27.project(obj(keyed(['d', 'c', 'b', 'a'])))).not.toHaveProperty('ordered');
    expect(scala27.print(five)).toBe('{e: 0, a: 4, b: 2, c: 3, d: 1}');
  });

  test('refuses five keys in another order than the hash', () => {
    const reading = scala27.parse('{a: 4, b: 2, c: 3, d: 1, e: 0}');
    expect(
      reading.ok ? reading.readings.map((one) => one.kind === 'object' && one.entries.length) : [],
    ).not.toContain(5);
  });

  test('reads a query and the object of its fields from one text', () => {
    const lambda = query(jsonObject({ lambda: 'x', expr: new JsonNumber('1') }));
    const object = obj({ lambda: str('x'), expr: long(1) });
    expect(scala27.print(lambda)).toBe('{lambda: "x", expr: 1}');
    expect(scala27.print(object)).toBe('{lambda: "x", expr: 1}');
    // The other reading has one key, `lambda: "x", expr`.
    expect(scala27.parse('{lambda: "x", expr: 1}')).toEqual({
      ok: true,
      readings: [{ kind: 'oneOf', options: [object, lambda] }, obj({ 'lambda: "x", expr': long(1) })],
      complete: true,
    });
  });

  test('tells the literals of a query apart, unlike Java', () => {
    const one = query(jsonObject({ lambda: 'x', expr: new JsonNumber('1') }));
    const text = query(jsonObject({ lambda: 'x', expr: '1' }));
    expect(scala27.print(one)).not.toBe(scala27.print(text));
  });

  test.each<[string, Value, string]>([
    ['null', arr([nul, str('NullV')]), '[NullV, "NullV"]'],
    ['bytes', bytes([1, 2]), '[0x01 0x02]'],
  ])('prints %s', (_name, value, text) => {
    expect(scala27.print(value)).toBe(text);
    expect(scala27.parse(text)).toEqual({ ok: true, readings: [value], complete: true });
  });

  test('cannot decode bytes whose Base64 has a slash', () => {
    expect(() => scala27.print(bytes([0xff, 0xff]))).toThrow(UnprintableValue);
  });

  test('reads the two lines that stand for a body without JSON', () => {
    const text =
      'faunadb.errors.UnknownException: Unparseable service com.fasterxml.jackson.core.JsonParseException: Unexpected character (\'<\')\n at [Source: (String)"<html>"; line: 1, column: 2] response.';
    expect(scala27.parseError(text)).toMatchObject({
      ok: true,
      error: {
        type: 'faunadb.errors.UnknownException',
        message: expect.stringContaining('JsonParseException'),
      },
    });
  });
});

import { readFileSync } from 'node:fs';
import { assert, double, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { javaDouble } from '../../src/value/java-double.ts';

/** One pair a line: a double as JavaScript writes it, and what `Double.toString` of OpenJDK 17.0.15 printed for it. */
const pairs = readFileSync(new URL('../../fixtures/numbers/java-17-doubles.txt', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => line.split(' '));

describe('javaDouble', () => {
  test('prints every recorded double as JDK 17 printed it', () => {
    expect(pairs.length).toBeGreaterThan(3000);
    const wrong = pairs.filter(([number, text]) => javaDouble(Number(number)) !== text);
    expect(wrong).toEqual([]);
  });

  test('half of the recorded doubles are those where Java has more or other digits than the shortest text', () => {
    const digits = (text: string): string =>
      text
        .replace(/[eE].*/, '')
        .replace(/[-.]/g, '')
        .replace(/^0+|0+$/g, '');
    const longer = pairs.filter(([number = '', text = '']) => digits(number) !== digits(text));
    expect(longer.length).toBeGreaterThan(1500);
  });

  test('reads back as the same double', () => {
    assert(
      property(double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(Number(javaDouble(value))).toBe(value);
      }),
    );
  });

  test.each([
    [0, '0.0'],
    [-0, '-0.0'],
    [1, '1.0'],
    [-1.5, '-1.5'],
    [0.001, '0.001'],
    [0.00099, '9.9E-4'],
    [9999999, '9999999.0'],
    [10000000, '1.0E7'],
    [2 ** 53, '9.007199254740992E15'],
    [2 ** 63, '9.223372036854776E18'],
    [8.41e21, '8.409999999999999E21'],
    [Number.MAX_VALUE, '1.7976931348623157E308'],
    [Number.MIN_VALUE, '4.9E-324'],
    [2.2250738585072014e-308, '2.2250738585072014E-308'],
  ])('%d prints %s', (value, text) => {
    expect(javaDouble(value)).toBe(text);
  });
});

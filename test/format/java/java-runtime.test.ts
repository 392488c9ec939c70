import { describe, expect, test } from 'vitest';
import { javaFormats, javaVariants } from '../../../src/format/java/index.ts';
import { build } from '../../../src/value/index.ts';

describe('java/2.7+jdk19', () => {
  // Driver 4.5.0 on Temurin 25; 22,093 doubles of that runtime agreed with the model.
  test.each([
    [1e23, '1.0E23'],
    [2e23, '2.0E23'],
    [4.9e-324, '4.9E-324'],
    [1, '1.0'],
    [-0, '-0.0'],
    [1e-4, '1.0E-4'],
    [12345678.9, '1.23456789E7'],
  ])('prints %d as %s and reads it', (value, text) => {
    const [format] = javaVariants;
    expect(format?.print(build.double(value))).toBe(text);
    expect(format?.parse(text)).toMatchObject({ ok: true, readings: [{ kind: 'double', value }] });
  });

  test('is refused where an older runtime prints otherwise', () => {
    expect(javaVariants[0]?.parse('9.999999999999999E22').ok).toBe(false);
  });
});

describe('a result split over lines', () => {
  const format = javaFormats.find(({ id }) => id === 'java/2.5.2');

  test('reads as the one line', () => {
    expect(format?.parse('{\n  a: 1,\n  b: ref(id = "x")\n}')).toEqual(
      format?.parse('{a: 1, b: ref(id = "x")}'),
    );
  });

  test('keeps its error where it is no result', () => {
    expect(format?.parse('{\n  a: 1,\n  b: tru\n}').ok).toBe(false);
  });
});

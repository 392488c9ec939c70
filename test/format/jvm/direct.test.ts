import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryValue } from '../../../src/expect/arbitrary/value.ts';
import { javaFormats, javaVariants } from '../../../src/format/java/index.ts';
import { readNumber } from '../../../src/format/jvm/direct/number.ts';
import { shortestDouble } from '../../../src/format/jvm/shortest-double.ts';
import { scalaFormats } from '../../../src/format/scala/index.ts';
import { ReadFailure } from '../../../src/format/shared/read-failure.ts';
import { TextReader } from '../../../src/format/shared/text-reader.ts';
import { javaDouble, type Value } from '../../../src/value/index.ts';
import { describeDirectLaws } from '../direct-laws.ts';
import { hasPathsOnly, hasPlainQueries } from '../path-values.ts';
import { tame } from '../tame.ts';

const NESTS: Readonly<Record<string, readonly [string, string, string]>> = {
  plain: ['[', '1', ']'],
  java: ['Arr([', 'LongV(1)', '])'],
  scala: ['ArrayV(Vector(', 'LongV(1)', '))'],
};

for (const format of [...javaFormats, ...javaVariants, ...scalaFormats]) {
  const isPlain = format.print({ kind: 'long', value: 1n }) === '1';
  const nest = NESTS[isPlain ? 'plain' : format.about.driver.toLowerCase()] ?? ['', '', ''];
  const fits = (value: Value): boolean =>
    hasPlainQueries(value) && (format.about.generation !== 'paths' || hasPathsOnly(value));
  describeDirectLaws({
    format,
    tame: tame(arbitraryValue().filter(fits)),
    unusual: arbitraryValue({ names: 'any', tagKeys: true }).filter(fits),
    nest,
    long: (text) => (isPlain ? `"${text}"` : `StringV(${text})`),
  });
}

describe.each([
  ['up to JDK 18', javaDouble],
  ['since JDK 19', shortestDouble],
] as const)('numbers %s', (_name, doubleText) => {
  const read = (text: string): Value | undefined => numberOf(text, doubleText);

  test('of few digits are read as what prints so', () => {
    const decimals = fc
      .tuple(fc.bigInt({ min: 0n, max: 10n ** 15n }), fc.integer({ min: 1, max: 15 }))
      .map(([digits, point]) => {
        const text = digits.toString().padStart(point + 1, '0');
        return `${text.slice(0, -point)}.${text.slice(-point)}`;
      });
    fc.assert(
      fc.property(decimals, fc.boolean(), (decimal, negative) => {
        const text = (negative ? '-' : '') + decimal;
        const isPrinted = doubleText(Number(text)) === text;
        expect(read(text)).toEqual(isPrinted ? { kind: 'double', value: Number(text) } : undefined);
      }),
      { numRuns: 5000 },
    );
  });

  test.each(['0.0', '-0.0', '1.0E10', '-1.5', '0.001', '1.0E-4', '123456.7'])('reads %s', (text) => {
    expect(read(text)).toEqual({ kind: 'double', value: Number(text) });
  });

  test.each(['-0', '01', '1.', '.5', '1.50', '1e5', '9223372036854775808', '1.0E+10', '12345678.5', '00.5'])(
    'refuses %s',
    (text) => {
      expect(read(text)).toBe(undefined);
    },
  );
});

/** The value of a whole text; `undefined`: it is no number. */
function numberOf(text: string, doubleText: (value: number) => string): Value | undefined {
  const reader = new TextReader(text);
  try {
    const value = readNumber(reader, doubleText);
    return reader.atEnd ? value : undefined;
  } catch (cause) {
    if (cause instanceof ReadFailure) return undefined;
    throw cause;
  }
}

import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryValue } from '../../../src/expect/arbitrary/value.ts';
import { doubleText } from '../../../src/format/go/double-text.ts';
import { goVariants, goWordFormats } from '../../../src/format/go/index.ts';
import { wordReading } from '../../../src/format/go/words.ts';
import { readDirect } from '../../../src/format/shared/direct/read-direct.ts';
import { build, type Value } from '../../../src/value/index.ts';
import { describeDirectLaws } from '../direct-laws.ts';
import { hasPathsOnly } from '../path-values.ts';
import { tame } from '../tame.ts';

for (const format of [...goWordFormats, ...goVariants]) {
  const fits = (value: Value): boolean => format.about.generation !== 'paths' || hasPathsOnly(value);
  describeDirectLaws({
    format,
    tame: tame(arbitraryValue().filter(fits)),
    unusual: arbitraryValue({ names: 'any', tagKeys: true }).filter(fits),
    nest: ['[', '1', ']'],
    long: (text) => text,
  });
}

describe.each(goWordFormats.map((format) => [format.id, format] as const))(
  '%s read directly',
  (_id, format) => {
    test.each<[string, Value]>([
      ['map[a:x y b:1]', build.obj({ a: build.str('x y'), b: build.long(1) })],
      // A key that would be out of order is no key.
      ['map[b:see a:1 c:2]', build.obj({ b: build.str('see a:1'), c: build.long(2) })],
      ['map[a:[] b:map[c:d]]', build.obj({ a: build.arr([]), b: build.obj({ c: build.str('d') }) })],
    ])('%s', (text, value) => {
      const direct = readDirect(text, format.ways);
      expect(direct.ok && format.project(direct.value)).toEqual(format.project(value));
    });
  },
);

describe('words', () => {
  const decimals = fc
    .tuple(fc.constantFrom('', '-'), fc.bigInt({ min: 0n, max: 10n ** 17n }), fc.nat(20))
    .map(([sign, digits, point]) => {
      const text = digits.toString().padStart(point + 1, '0');
      return sign + (point === 0 ? text : `${text.slice(0, -point)}.${text.slice(-point)}`);
    });

  test('are doubles where Go prints one so', () => {
    fc.assert(
      fc.property(decimals, (text) => {
        const reading = wordReading(text);
        const kinds = reading.kind === 'oneOf' ? reading.options.map(({ kind }) => kind) : [reading.kind];
        expect(kinds.includes('double')).toBe(doubleText(Number(text)) === text);
      }),
      { numRuns: 5000 },
    );
  });
});

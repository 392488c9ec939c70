/** What direct reading keeps beside the laws of all formats: it is one of the readings, the likeliest, and never a wrong one. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UnprintableValue } from '../../src/format/index.ts';
import { MOST_LEVELS } from '../../src/format/shared/direct/direct-reader.ts';
import { readDirect } from '../../src/format/shared/direct/read-direct.ts';
import type { DirectFormat } from '../../src/format/shared/direct/ways.ts';
import { firstDifference, show, type Value } from '../../src/value/index.ts';
import { arbitraryChange, written } from './laws.ts';

export interface DirectLaws {
  readonly format: DirectFormat;
  readonly tame: fc.Arbitrary<Value>;
  readonly unusual: fc.Arbitrary<Value>;
  /** Text that opens one more level of a list, the innermost value, and text that closes a level. */
  readonly nest: readonly [open: string, inner: string, close: string];
  /** The text of a long text as a top-level value. */
  readonly long: (text: string) => string;
}

export function describeDirectLaws({ format, tame, unusual, nest, long }: DirectLaws): void {
  const { ways } = format;

  describe(`direct reading of ${format.id}`, () => {
    test('is the first of all readings for values without special characters', () => {
      fc.assert(
        fc.property(tame, (value) => {
          const text = printed(format, value);
          if (text === undefined) return;
          const direct = readDirect(text, ways);
          const all = format.parse(text);
          if (direct.ok && ways.isDecodable(direct.value))
            expect(written(direct.value)).toBe(all.ok ? written(all.readings[0]) : show(value));
          // A bare word is no matter of this reader.
          if (!direct.ok) expect(ways.readAll(text).ok, `${direct.failure.expected} in ${text}`).toBe(false);
        }),
      );
    });

    test('takes no text that its value would not print, and places its errors inside the text', () => {
      const texts = unusual.map((value) => printed(format, value) ?? '');
      const changed = fc.tuple(texts, fc.array(arbitraryChange, { maxLength: 3 }));
      fc.assert(
        fc.property(changed, ([text, changes]) => {
          const other = changes.reduce((before, change) => change(before), text);
          const direct = readDirect(other, ways);
          if (direct.ok) expect(format.mask(ways.printDecoded(direct.value))).toBe(format.mask(other));
          else expect(direct.failure.offset >= 0 && direct.failure.offset <= other.length).toBe(true);
        }),
        { numRuns: 1000 },
      );
    });

    test('finds whatever can be found of one string among fields', () => {
      const value = fc.string({ unit: fc.constantFrom(...Array.from(`"'()[]{}:,=-> ax1`)), maxLength: 12 });
      fc.assert(
        fc.property(value, (text) => {
          const whole = printed(format, list(text));
          if (whole === undefined) return;
          const direct = readDirect(whole, ways);
          const all = ways.readAll(whole);
          if (!direct.ok || !all.ok || !all.complete) return;
          expect(all.readings.map(written)).toContain(written(direct.value));
        }),
      );
    });

    test('reads a long text to its end and says that there may be more readings', () => {
      const value: Value = list('x'.repeat(30_000));
      const reading = format.parse(format.print(value));
      expect(reading.ok && firstDifference(reading.readings[0], format.project(value))).toBe(undefined);
      expect(reading).toMatchObject({ ok: true, complete: false });
      expect(format.parse(long('y'.repeat(30_000))).ok).toBe(true);
    });

    test('refuses what nests too deeply, where it does, whatever the depth', () => {
      const [open, inner, close] = nest;
      const deep = (levels: number): string => open.repeat(levels) + inner + close.repeat(levels);
      expect(readDirect(deep(MOST_LEVELS), ways)).toMatchObject({ ok: true });
      for (const text of [deep(MOST_LEVELS + 1), deep(1_000_000), open.repeat(1_000_000)]) {
        const reading = format.parse(text);
        expect(reading.ok ? reading.onlyAsString : reading.error).toMatchObject({
          offset: open.length * MOST_LEVELS,
          expected: expect.stringContaining('1,000 levels'),
        });
      }
    });
  });
}

function list(text: string): Value {
  const string: Value = { kind: 'string', value: text };
  return {
    kind: 'object',
    entries: [
      ['a', string],
      ['b', { kind: 'array', items: [string, { kind: 'long', value: 1n }] }],
    ],
  };
}

function printed(format: DirectFormat, value: Value): string | undefined {
  try {
    return format.print(value);
  } catch (cause) {
    if (cause instanceof UnprintableValue) return undefined;
    throw cause;
  }
}

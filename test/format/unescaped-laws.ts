/** What formats that escape nothing keep beyond the laws of `laws.ts`: any value is among the readings, or more are admitted. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UnprintableValue, type Format } from '../../src/format/index.ts';
import { runsOf, written } from './laws.ts';
import { describeTextError, firstDifference, show, type Value } from '../../src/value/index.ts';

export function describeUnescapedLaws(
  format: Format,
  values: fc.Arbitrary<Value>,
  tameValues: fc.Arbitrary<Value>,
): void {
  describe(`laws of ${format.id} without escapes`, () => {
    test('a print has the value among its readings, or says that there may be more', () => {
      fc.assert(
        // No encoding to UTF-8 keeps a lone surrogate; that strings project to both spellings has tests of its own.
        fc.property(values.filter(isWellFormed), (value) => {
          const text = printed(format, value);
          if (text === undefined) return;
          const reading = format.parse(text);
          if (!reading.ok && reading.gaveUp === true) return;
          if (!reading.ok) throw new Error(`${text}\n${describeTextError(reading.error)}`);
          const projected = format.project(value);
          const found = reading.readings.some((one) => firstDifference(one, projected) === undefined);
          expect(found || !reading.complete, `${text}\n${show(projected)}`).toBe(true);
        }),
        runsOf(format),
      );
    });

    test('the likeliest reading of a value without special characters is the value', () => {
      fc.assert(
        fc.property(tameValues, (value) => {
          const text = printed(format, value);
          if (text === undefined) return;
          const reading = format.parse(text);
          if (!reading.ok) throw new Error(`${text}\n${describeTextError(reading.error)}`);
          const [first] = reading.readings;
          expect(firstDifference(first, format.project(value)), `${text}\n${show(first)}`).toBeUndefined();
        }),
        runsOf(format),
      );
    });
  });
}

function isWellFormed(value: Value): boolean {
  return !/\p{Cs}|\\ud[89a-f]/u.test(written(value));
}

/** The text of a value; `undefined` when the driver cannot decode or print it. */
function printed(format: Format, value: Value): string | undefined {
  try {
    return format.print(value);
  } catch (cause) {
    if (!(cause instanceof UnprintableValue)) throw cause;
    return undefined;
  }
}

/**
 * The laws that every print format keeps, as fast-check properties over arbitrary values. A format's own test calls
 * `describeLaws` with the values it is to keep them for.
 */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryValue } from '../../src/expect/arbitrary/value.ts';
import { UnprintableValue, type Format } from '../../src/format/index.ts';
import {
  describeTextError,
  firstDifference,
  pathText,
  show,
  toTagged,
  writeJson,
  type Value,
} from '../../src/value/index.ts';

export interface LawOptions {
  readonly format: Format;
  /** Values whose print has all their projection says among its readings. */
  readonly values: fc.Arbitrary<Value>;
  /** Leaves out values of which the driver itself makes something else: the reason belongs beside it. */
  readonly decodesFaithfully?: (value: Value) => boolean;
  /** Values with unusual names, whose print may be ambiguous beyond what `parse` lists. */
  readonly unusual: fc.Arbitrary<Value>;
  /** Two texts that differ in nothing but layout; default: equal texts. */
  readonly sameButLayout?: (left: string, right: string) => boolean;
}

/** A variant differs from its bare id in little, and there are many of them. */
const RUNS = { ofBare: 100, ofVariant: 30 } as const;

/** How many values each law of a format is tried with; the nightly run sets PRINTPROOF_TEST_RUNS to try as many times more. */
export function runsOf({ variantOf }: Format): { readonly numRuns: number } {
  const times = Number(process.env['PRINTPROOF_TEST_RUNS'] ?? '1');
  return { numRuns: times * (variantOf === undefined ? RUNS.ofBare : RUNS.ofVariant) };
}

export function describeLaws({
  format,
  values,
  unusual,
  decodesFaithfully = () => true,
  sameButLayout = (left, right) => left === right,
}: LawOptions): void {
  // Of what the decoder makes another value of, nothing is left to be said.
  const isSaid = (value: Value): boolean => format.project(value).kind !== 'unsaid';
  const tellable = values.filter(isSaid);
  const unusualTellable = unusual.filter(isSaid);
  const runs = runsOf(format);
  describe(`laws of ${format.id}`, () => {
    test('parse(print(value)) has a reading that is project(value)', () => {
      fc.assert(
        fc.property(tellable, (value) => {
          const text = printed(format, value);
          expect(readingsOf(format, text).map(written)).toContain(written(format.project(value)));
        }),
        runs,
      );
    });

    test('every reading prints as the text that was read', () => {
      fc.assert(
        fc.property(fc.oneof(tellable, unusualTellable), (value) => {
          const text = printed(format, value);
          // A reading that the driver could not have decoded is listed where there is no other; it has no print.
          const other = readingsOf(format, text).filter((reading) => {
            let undecodable = false;
            const again = textOrFailure(
              () => format.print(reading),
              () => (undecodable = true),
            );
            return !undecodable && !sameButLayout(again, text);
          });
          expect(other.map(show)).toStrictEqual([]);
        }),
        runs,
      );
    });

    test('the print of what is projected is the print of the value', () => {
      fc.assert(
        fc.property(fc.oneof(tellable, unusualTellable), (value) => {
          const text = printed(format, value);
          const left = format.project(value);
          const again = format.print(left);
          expect(sameButLayout(again, text) ? text : again).toBe(text);
        }),
        runs,
      );
    });

    test('project changes nothing that it has projected before', () => {
      fc.assert(
        fc.property(fc.oneof(tellable, unusualTellable), (value) => {
          const once = format.project(value);
          expect(written(format.project(once))).toBe(written(once));
        }),
        runs,
      );
    });

    test('what is projected agrees with the value', () => {
      fc.assert(
        fc.property(values.filter(decodesFaithfully), (value) => {
          const difference = firstDifference(format.project(value), value);
          expect(difference === undefined ? undefined : pathText(difference.path)).toBe(undefined);
        }),
        runs,
      );
    });

    test('a print with one character changed never reads as the same value', () => {
      fc.assert(
        fc.property(tellable, arbitraryChange, (value, change) => {
          const text = printed(format, value);
          const changed = change(text);
          fc.pre(!sameButLayout(changed, text));
          const reading = format.parse(changed);
          expect(reading.ok ? reading.readings.map(written) : []).not.toContain(
            written(format.project(value)),
          );
        }),
        runs,
      );
    });

    test('project never throws, whatever keys objects have', () => {
      fc.assert(
        fc.property(arbitraryValue({ names: 'any', tagKeys: true }), (value) => {
          expect(format.project(value).kind).not.toBe(undefined);
        }),
        runs,
      );
    });

    test('parse and parseError never throw, and place every error inside the text', () => {
      const texts = fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: 'grapheme-ascii' }),
        fc
          .tuple(unusual, arbitraryChange)
          .map(([value, change]) => change(textOrFailure(() => format.print(value)))),
      );
      fc.assert(
        fc.property(texts, (text) => {
          const reading = format.parse(text);
          const errorReading = format.parseError(text);
          const errors = [
            reading.ok ? reading.onlyAsString : reading.error,
            errorReading.ok ? undefined : errorReading.error,
          ];
          const outside = errors.filter(
            (error) => error !== undefined && !(error.offset >= 0 && error.offset <= text.length),
          );
          expect(outside).toStrictEqual([]);
        }),
        runs,
      );
    });
  });
}

/** The text of a value that the driver can decode and print; the property is not about others. */
function printed(format: Format, value: Value): string {
  let unprintable = false;
  const text = textOrFailure(
    () => format.print(value),
    () => (unprintable = true),
  );
  fc.pre(!unprintable);
  return text;
}

function textOrFailure(print: () => string, onFailure?: () => void): string {
  try {
    return print();
  } catch (cause) {
    if (!(cause instanceof UnprintableValue)) throw cause;
    onFailure?.();
    return cause.message;
  }
}

function readingsOf(format: Format, text: string): readonly Value[] {
  const reading = format.parse(text);
  // A reader that stopped at the limit of its work, and says so, has claimed nothing.
  if (!reading.ok && reading.gaveUp === true) return [];
  if (!reading.ok)
    throw new Error(`${format.id} does not read its own print\n${describeTextError(reading.error)}`);
  return reading.readings;
}

/** A value as text, so that two values are equal when their texts are. */
export function written(value: Value): string {
  return writeJson(toTagged(value));
}

type Change = (text: string) => string;

/** One character taken away, put in or replaced by another one, at some place of any text. */
export const arbitraryChange: fc.Arbitrary<Change> = fc
  .tuple(
    fc.nat(),
    fc.constantFrom('remove', 'insert', 'replace'),
    fc.constantFrom(...Array.from(`x0 1-.,:;'"\`\\()[]{}=<>/@+eé\n`)),
  )
  .map(([place, kind, character]): Change => {
    return (text) => {
      const at = text === '' ? 0 : place % text.length;
      const after = text.slice(kind === 'insert' ? at : at + 1);
      return text.slice(0, at) + (kind === 'remove' ? '' : character) + after;
    };
  });

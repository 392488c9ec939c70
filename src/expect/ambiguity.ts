/**
 * Ambiguity: two values with one text. A format and arbitrary values come in, the smallest pair that was found goes out.
 * For each value the text's other readings are tried, and values that differ from it in one place; fast-check shrinks the
 * value as long as it still has a twin.
 */
import * as fc from 'fast-check';
import { firstDifference, toTagged, writeJson, type Value } from '../value/index.ts';
import { concreteReadings } from './ambiguity/concrete-readings.ts';
import { neighbours } from './ambiguity/neighbours.ts';

/** What the search needs of a print format. */
export interface Texts {
  print(value: Value): string;
  mask(text: string): string;
  parse(text: string): { readonly ok: true; readonly readings: readonly Value[] } | { readonly ok: false };
}

export interface Ambiguity {
  /** What both print, with what is no function of the value masked. */
  readonly text: string;
  readonly left: Value;
  readonly right: Value;
  /** Replays the search: `fc.check` options. */
  readonly seed: number;
  readonly path: string;
}

/** Whether a pair is one of those looked for. */
type Accept = (value: Value, other: Value) => boolean;

/**
 * Searches for two values with one text; `undefined` when none of the values tried has a twin. With `accept` only some
 * pairs count: where strings are bare words they would hide all other ambiguities.
 */
export function findAmbiguity(
  format: Texts,
  values: fc.Arbitrary<Value>,
  options: {
    readonly seed?: number;
    readonly path?: string;
    readonly numRuns?: number;
    readonly accept?: Accept;
  } = {},
): Ambiguity | undefined {
  const { accept, ...limits } = options;
  const run = fc.check(
    fc.property(values, (value) => twin(format, value, accept) === undefined),
    limits,
  );
  const [left] = run.counterexample ?? [];
  const right = left === undefined ? undefined : twin(format, left, accept);
  const text = left === undefined ? undefined : textOf(format, left);
  if (left === undefined || right === undefined || text === undefined) return undefined;
  return { text, left, right, seed: run.seed, path: run.counterexamplePath ?? '' };
}

/** The smallest other value found with the text of this one; `undefined` when there is none, or no text. */
export function twin(format: Texts, value: Value, accept: Accept = () => true): Value | undefined {
  return twins(format, value, accept)[0];
}

/** Every other value found with the text of this one, the smallest first; none where there is no text. */
export function twins(
  format: Texts,
  value: Value,
  accept: Accept = () => true,
  further: readonly Value[] = [],
): readonly Value[] {
  const text = textOf(format, value);
  if (text === undefined) return [];
  const reading = format.parse(text);
  const candidates = [
    ...(reading.ok ? reading.readings.flatMap(concreteReadings) : []),
    ...neighbours(value),
    ...further,
  ];
  return candidates
    .filter((other) => firstDifference(value, other) !== undefined && textOf(format, other) === text)
    .filter((other) => accept(value, other))
    .map((other) => ({ other, size: size(other) }))
    .sort((a, b) => a.size - b.size)
    .map(({ other }) => other);
}

/** The masked print; `undefined` when the driver cannot decode or print the value. */
export function textOf(format: Texts, value: Value): string | undefined {
  try {
    return format.mask(format.print(value));
  } catch (cause) {
    if (cause instanceof Error && cause.name === 'UnprintableValue') return undefined;
    throw cause;
  }
}

/** How long a value is as tagged JSON: what smallest means. */
export function size(value: Value): number {
  return writeJson(toTagged(value)).length;
}

import fc from 'fast-check';
import { UnprintableValue, type Format } from '../format/index.ts';
import { build, type Value } from '../value/index.ts';
import { inWordsOf } from './in-generation.ts';
import type { Kind } from './kind.ts';

/** Where a value stands: as the whole result, or as a part of one. */
export type Position = 'top' | 'inside';

/** A value of a kind as it is printed, with what came of it. */
export interface Specimen {
  readonly kind: Kind;
  readonly position: Position;
  /** The whole result, in the words of the format's generation. */
  readonly value: Value;
  /** Where the value of the kind stands in it. */
  readonly place: readonly (string | number)[];
  readonly print: Print;
}

/** The masked text, or how the driver fails. */
export type Print =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly where: 'decode' | 'print'; readonly message: string };

/** The values that a kind's cells are computed from: directed ones in an object and in an array, arbitrary ones in an object. */
export function specimensOf(
  kind: Kind,
  format: Format,
  { runs, seed }: { readonly runs: number; readonly seed: number },
): readonly Specimen[] {
  const arbitrary = kind.arbitrary === undefined ? [] : fc.sample(kind.arbitrary, { numRuns: runs, seed });
  const results = [
    ...kind.directed.flatMap((value) => [whole(value), inObject(value), inArray(value)]),
    ...arbitrary.flatMap((value) => [whole(value), inObject(value)]),
  ];
  return results
    .filter(({ position }) => position === 'top' || kind.topOnly !== true)
    .flatMap(({ value, position, place }) => {
      const spelled = inWordsOf(value, format.about.generation);
      return spelled === undefined
        ? []
        : [{ kind, position, place, value: spelled, print: printOf(format, spelled) }];
    });
}

/** The specimens by what they print, those of each position by themselves. */
export function textsOf(specimens: readonly Specimen[]): ReadonlyMap<string, readonly Value[]> {
  const texts = new Map<string, Value[]>();
  for (const one of specimens) {
    if (!one.print.ok) continue;
    const same = texts.get(textKey(one.position, one.print.text));
    if (same === undefined) texts.set(textKey(one.position, one.print.text), [one.value]);
    else same.push(one.value);
  }
  return texts;
}

export function textKey(position: Position, text: string): string {
  return `${position} ${text}`;
}

function printOf(format: Format, value: Value): Print {
  try {
    return { ok: true, text: format.mask(format.print(value)) };
  } catch (cause) {
    if (!(cause instanceof UnprintableValue)) throw cause;
    return { ok: false, where: cause.where, message: cause.message };
  }
}

/** A value in the container that arbitrary ones are tried in. */
export function contained(value: Value): Value {
  return build.obj([['a', value]]);
}

type Result = Pick<Specimen, 'position' | 'value' | 'place'>;

function whole(value: Value): Result {
  return { position: 'top', value, place: [] };
}

function inObject(value: Value): Result {
  return { position: 'inside', value: contained(value), place: ['a'] };
}

function inArray(value: Value): Result {
  return { position: 'inside', value: build.arr([value]), place: [0] };
}

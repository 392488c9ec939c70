import type { Format } from '../../format/format.ts';
import { firstDifference, show, toTagged, type Difference, type Value } from '../../value/index.ts';
import type { Judgement } from '../judge.ts';
import type { Print } from './real-prints.ts';

/** The expectation that pairs are judged by. */
export const DISTINCT = 'prints distinct values differently';

/** Two different values. */
export type Pair = readonly [left: Value, right: Value];

/**
 * What is lost where two different values have one text: `one text: kind: double ≠ long`, the kinds in alphabetical order.
 * Two refinements make a cause a shape of its own: below a part that the text leaves out everything is lost alike
 * (`one text: left out: object ≠ object`), and objects whose keys differ show that keys are ambiguous, whatever they hold
 * (`one text: key: object ≠ object`).
 */
export function pairShape(format: Pick<Format, 'project'>, [left, right]: Pair): string {
  const difference = firstDifference(left, right);
  if (difference === undefined) return 'one text: equal values';
  const { what, left: one, right: other } = outermost(format, left, right, difference);
  const kinds = [one, other].map((value) => value?.kind ?? 'nothing').sort();
  return `one text: ${what}: ${kinds.join(' ≠ ')}`;
}

/** The shape of a pair that has one text in the format's model only. */
export function modelOnly(shape: string): string {
  return `only the model: ${shape}`;
}

/** Why a pair is printed: the model says that it has one text, real prints were seen to be one, or both once were so. */
export type Claim = 'the model says one text' | 'seen' | 'known';

/**
 * Judges a pair by its real prints. Where they differ the model is wrong, or the driver does not print alike what it
 * printed alike before; of a known divergence it is what should be.
 */
export function judgePair(
  format: Format,
  pair: Pair,
  [left, right]: readonly [Print, Print],
  claim: Claim,
): Judgement {
  for (const print of [left, right]) {
    if ('broken' in print) return print.broken;
    if ('raised' in print) return print.raised;
  }
  if (!('text' in left && 'text' in right)) throw new TypeError('A print is a text, or says why not.');
  const values = pair.map(show).join(' and ');
  const tagged = { left: toTagged(pair[0]), right: toTagged(pair[1]), sides: ['one', 'the other'] } as const;
  if (left.text === right.text) {
    const detail = `${values} both print ${JSON.stringify(left.text)}.`;
    return {
      verdict: 'fail',
      finding: { move: 'printer', shape: pairShape(format, pair), detail, ...tagged },
    };
  }
  if (claim === 'known') return { verdict: 'pass' };
  const printed = `the driver printed ${JSON.stringify(left.text)} and ${JSON.stringify(right.text)}`;
  const finding =
    claim === 'seen'
      ? ({
          move: 'printer',
          shape: 'one value, two texts',
          detail: `${values} had one text; then ${printed}.`,
        } as const)
      : ({
          move: 'our parser',
          shape: modelOnly(pairShape(format, pair)),
          detail: `The model gives ${values} one text; ${printed}.`,
        } as const);
  return { verdict: 'fail', finding: { ...finding, ...tagged } };
}

type Place = Omit<Difference, 'what' | 'path'> & { readonly what: Difference['what'] | 'left out' };

/** The outermost place on the way to a difference that explains it. */
function outermost(
  format: Pick<Format, 'project'>,
  left: Value,
  right: Value,
  difference: Difference,
): Place {
  const said = format.project(left);
  for (let depth = 0; depth <= difference.path.length; depth++) {
    const path = difference.path.slice(0, depth);
    const [one, other, shown] = [left, right, said].map((value) => valueAt(value, path));
    if (one === undefined || other === undefined) break;
    if (shown?.kind === 'opaque' || shown?.kind === 'unsaid')
      return { what: 'left out', left: one, right: other };
    if (one.kind === 'object' && other.kind === 'object' && keysOf(one) !== keysOf(other))
      return { what: 'key', left: one, right: other };
  }
  return difference;
}

function keysOf({ entries }: Extract<Value, { kind: 'object' }>): string {
  return JSON.stringify(entries.map(([key]) => key).sort());
}

function valueAt(value: Value | undefined, path: Difference['path']): Value | undefined {
  const [part, ...rest] = path;
  if (part === undefined || value === undefined) return value;
  return valueAt(partOf(value, part), rest);
}

function partOf(value: Value, part: string | number): Value | undefined {
  if (value.kind === 'array') return typeof part === 'number' ? value.items[part] : undefined;
  if (value.kind === 'object' || value.kind === 'set')
    return value.entries.find(([key]) => key === part)?.[1];
  if (value.kind !== 'ref') return undefined;
  return part === 'collection' ? value.collection : part === 'database' ? value.database : undefined;
}

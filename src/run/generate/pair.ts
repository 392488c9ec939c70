import { pairShape, type Pair } from '../../expect/pair-shape.ts';
import type { Format } from '../../format/format.ts';
import { show, toTagged } from '../../value/index.ts';
import type { Judgement } from '../judge.ts';
import type { Print } from './real-prints.ts';

/** The expectation that pairs are judged by. */
export const DISTINCT = 'prints distinct values differently';

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

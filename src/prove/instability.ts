import type { Format } from '../format/index.ts';
import type { Value } from '../value/index.ts';
import { textOf, type RealPrint } from './live-driver.ts';
import type { Stability } from './proof.ts';
import { shownValue } from './shown-value.ts';

/** How far two prints of each of some values are the same. */
export type Sameness = Pick<Stability, 'values' | 'verdict' | 'detail' | 'example'>;

/** Two prints of one value. */
export type Twice = readonly [RealPrint, RealPrint];

/**
 * Compares two prints of each value, byte for byte. `but for`: they are the same once what the format says is no function of
 * the value is masked; otherwise the first value with two texts is the example.
 */
export function samenessOf(
  format: Pick<Format, 'mask' | 'free'>,
  values: readonly Value[],
  prints: readonly Twice[],
): Sameness {
  let verdict: Sameness = { values: values.length, verdict: 'stable' };
  for (const [index, value] of values.entries()) {
    const twice = prints[index];
    if (twice === undefined) throw new TypeError('Every value has two prints.');
    const [one, other] = twice;
    for (const print of twice)
      if (print.kind === 'broken') return { values: values.length, verdict: 'broken', detail: print.problem };
    const example = {
      value: shownValue(value),
      texts: [described(one), described(other)] satisfies [string, string],
    };
    if (isSame(one, other)) continue;
    const masked = [one, other].map((print) => format.mask(described(print)));
    if (masked[0] !== masked[1]) return { values: values.length, verdict: 'two texts', example };
    if (verdict.verdict === 'stable')
      verdict = { values: values.length, verdict: 'but for', detail: format.free.join(', '), example };
  }
  return verdict;
}

/** The two prints that a driver made of one value that it held. */
export function bothOf(print: RealPrint): Twice {
  if (print.kind !== 'text') return [print, print];
  const [first, second] = print.bytes;
  return [
    { kind: 'text', bytes: [first, first] },
    { kind: 'text', bytes: [second, second] },
  ];
}

function isSame(one: RealPrint, other: RealPrint): boolean {
  return one.kind === 'text' && other.kind === 'text'
    ? Buffer.compare(one.bytes[0], other.bytes[0]) === 0
    : described(one) === described(other);
}

/** The text, or that it raised and where: messages quote addresses and the like, and are no prints. */
function described(print: RealPrint): string {
  return print.kind === 'raised' ? `(cannot ${print.where} it)` : (textOf(print) ?? '');
}

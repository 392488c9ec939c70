import { firstDifference, type Difference, type Value } from '../value/index.ts';

/** What is asked of a print format. */
interface Projecting {
  project(value: Value): Value;
}

/** Two different values. */
export type Pair = readonly [left: Value, right: Value];

/**
 * What is lost where two different values have one text: `one text: kind: double ≠ long`, the kinds in alphabetical order.
 * Two refinements make a cause a shape of its own: below a part that the text leaves out everything is lost alike
 * (`one text: left out: object ≠ object`), and objects whose keys differ show that keys are ambiguous, whatever they hold
 * (`one text: key: object ≠ object`).
 */
export function pairShape(format: Projecting, pair: Pair): string {
  const place = pairPlace(format, pair);
  if (place === undefined) return 'one text: equal values';
  const kinds = [place.left, place.right].map((value) => value?.kind ?? 'nothing').sort();
  return `one text: ${place.what}: ${kinds.join(' ≠ ')}`;
}

/** The place that a pair's shape tells of; `undefined` for equal values. */
export function pairPlace(format: Projecting, [left, right]: Pair): Place | undefined {
  const difference = firstDifference(left, right);
  return difference && outermost(format, left, right, difference);
}

/** Where two values differ, and how: a part that the text leaves out makes all differences below it one. */
export type Place = Omit<Difference, 'what' | 'path'> & { readonly what: Difference['what'] | 'left out' };

/** The outermost place on the way to a difference that explains it. */
function outermost(format: Projecting, left: Value, right: Value, difference: Difference): Place {
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

/** The part of a value at a path; `undefined`: there is none. */
export function valueAt(value: Value | undefined, path: Difference['path']): Value | undefined {
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

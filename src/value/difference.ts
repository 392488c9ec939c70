import { instant } from './instant.ts';
import { jsonDifference } from './json-difference.ts';
import type { Entry, RefValue, UnsaidValue, Value } from './value.ts';

/** The first place where two values cannot be the same value. */
export interface Difference {
  /** Keys and indexes from the root, for example `['data', 0, 'collection']`. */
  readonly path: readonly (string | number)[];
  /** Left and right at that place; `undefined` where that side has nothing. */
  readonly left: Value | undefined;
  readonly right: Value | undefined;
  /** What differs: `kind`, `value`, `key`, `order`, `length`, `missing`. */
  readonly what: 'kind' | 'value' | 'key' | 'order' | 'length' | 'missing';
}

type Path = readonly (string | number)[];

/**
 * The first difference of two values, or `undefined` when they agree: equal wherever both sides say something. `unsaid`
 * agrees with everything, `oneOf` with what one of its options agrees with, `number` with any long or double whose
 * nearest double it is. Agreement is symmetric and reflexive; it is not transitive, because silence agrees with all.
 */
export function firstDifference(left: Value, right: Value, path: Path = []): Difference | undefined {
  const differ = (what: Difference['what']): Difference => ({ path, left, right, what });
  const unless = (same: boolean): Difference | undefined => (same ? undefined : differ('value'));

  if (left.kind === 'unsaid' || right.kind === 'unsaid') return undefined;
  if (left.kind === 'oneOf')
    return anyOption(left.options, (option) => firstDifference(option, right, path), differ);
  if (right.kind === 'oneOf')
    return anyOption(right.options, (option) => firstDifference(left, option, path), differ);
  if (left.kind === 'opaque' || right.kind === 'opaque') return opaqueDifference(left, right, differ);
  const numbers = numeric(left, right);
  if (numbers !== undefined) return unless(numbers);

  switch (left.kind) {
    case 'null':
      return right.kind === 'null' ? undefined : differ('kind');
    case 'boolean':
      return right.kind === left.kind ? unless(left.value === right.value) : differ('kind');
    case 'long':
      return right.kind === left.kind ? unless(left.value === right.value) : differ('kind');
    case 'double':
      return right.kind === left.kind ? unless(Object.is(left.value, right.value)) : differ('kind');
    case 'number':
      return differ('kind');
    case 'string':
      return right.kind === left.kind ? unless(sameString(left, right)) : differ('kind');
    case 'bytes':
      return right.kind === left.kind
        ? unless(Buffer.compare(left.value, right.value) === 0)
        : differ('kind');
    case 'ts':
      return right.kind === left.kind ? unless(sameInstant(left, right)) : differ('kind');
    case 'date':
    case 'uuid':
      return right.kind === left.kind ? unless(left.text === right.text) : differ('kind');
    case 'query':
      return right.kind === left.kind
        ? unless(jsonDifference(left.body, right.body) === undefined)
        : differ('kind');
    case 'ref':
      return right.kind === left.kind ? refDifference(left, right, path) : differ('kind');
    case 'set':
      return right.kind === left.kind ? byKey(left.entries, right.entries, path) : differ('kind');
    case 'array':
      return right.kind === left.kind ? arrayDifference(left, right, path, differ) : differ('kind');
    case 'object':
      if (right.kind !== left.kind) return differ('kind');
      return left.ordered === false || right.ordered === false
        ? byKey(left.entries, right.entries, path)
        : inOrder(left.entries, right.entries, path, differ);
  }
}

/** The path of a difference as people write it: `data[0].collection`; the root is `(root)`. */
export function pathText(path: Path): string {
  if (path.length === 0) return '(root)';
  const step = (part: string | number, index: number): string => {
    if (typeof part === 'number') return `[${part}]`;
    if (!/^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(part)) return `[${JSON.stringify(part)}]`;
    return index === 0 ? part : `.${part}`;
  };
  return path.map(step).join('');
}

type Differ = (what: Difference['what']) => Difference;

function anyOption(
  options: readonly Value[],
  compare: (option: Value) => Difference | undefined,
  differ: Differ,
): Difference | undefined {
  let first: Difference | undefined;
  for (const option of options) {
    const difference = compare(option);
    if (difference === undefined) return undefined;
    first ??= difference;
  }
  // With one option the inner place is the telling one; with several the values as a whole are.
  return options.length === 1 ? first : differ('value');
}

function opaqueDifference(left: Value, right: Value, differ: Differ): Difference | undefined {
  if (left.kind === 'opaque' && right.kind === 'opaque') {
    if (left.of !== right.of) return differ('kind');
    return left.format !== right.format || left.text === right.text ? undefined : differ('value');
  }
  const [opaque, other] = left.kind === 'opaque' ? [left, right] : [right, left];
  return opaque.kind === 'opaque' && opaque.of === other.kind ? undefined : differ('kind');
}

/** Whether two numbers of which at least one is known only as its nearest double agree; `undefined`: not that case. */
function numeric(left: Value, right: Value): boolean | undefined {
  if (left.kind !== 'number' && right.kind !== 'number') return undefined;
  const nearest = (value: Value): number | undefined => {
    if (value.kind === 'number' || value.kind === 'double') return value.value;
    return value.kind === 'long' ? Number(value.value) : undefined;
  };
  const [a, b] = [nearest(left), nearest(right)];
  return a === undefined || b === undefined ? undefined : Object.is(a, b);
}

function sameString(
  left: { readonly value: string; readonly cut?: number },
  right: { readonly value: string; readonly cut?: number },
): boolean {
  if (left.cut === undefined && right.cut === undefined) return left.value === right.value;
  const shown = Math.min(left.value.length, right.value.length);
  const lengths = left.value.length + (left.cut ?? 0) === right.value.length + (right.cut ?? 0);
  return lengths && left.value.slice(0, shown) === right.value.slice(0, shown);
}

function sameInstant(
  left: { readonly text: string; readonly truncated?: number },
  right: { readonly text: string; readonly truncated?: number },
): boolean {
  const [a, b] = [instant(left.text), instant(right.text)];
  if (a === undefined || b === undefined) return left.text === right.text;
  const grain = Math.max(left.truncated ?? 1, right.truncated ?? 1);
  return a.seconds === b.seconds && Math.floor(a.nanos / grain) === Math.floor(b.nanos / grain);
}

function refDifference(left: RefValue, right: RefValue, path: Path): Difference | undefined {
  if (typeof left.id === 'string' && typeof right.id === 'string' && left.id !== right.id)
    return { path: [...path, 'id'], left, right, what: 'value' };
  return (
    partDifference(left.collection, right.collection, [...path, 'collection']) ??
    partDifference(left.database, right.database, [...path, 'database'])
  );
}

function partDifference(
  left: RefValue | UnsaidValue | undefined,
  right: RefValue | UnsaidValue | undefined,
  path: Path,
): Difference | undefined {
  if (left?.kind === 'unsaid' || right?.kind === 'unsaid') return undefined;
  if (left === undefined && right === undefined) return undefined;
  if (left === undefined || right === undefined) return { path, left, right, what: 'missing' };
  return refDifference(left, right, path);
}

function arrayDifference(
  left: { readonly items: readonly Value[]; readonly cut?: number },
  right: { readonly items: readonly Value[]; readonly cut?: number },
  path: Path,
  differ: Differ,
): Difference | undefined {
  if (left.items.length + (left.cut ?? 0) !== right.items.length + (right.cut ?? 0)) return differ('length');
  for (const [index, item] of left.items.entries()) {
    const other = right.items[index];
    const difference = other && firstDifference(item, other, [...path, index]);
    if (difference !== undefined) return difference;
  }
  return undefined;
}

function inOrder(
  left: readonly Entry[],
  right: readonly Entry[],
  path: Path,
  differ: Differ,
): Difference | undefined {
  const byName = byKey(left, right, path);
  if (byName !== undefined) return byName;
  return left.every(([key], index) => right[index]?.[0] === key) ? undefined : differ('order');
}

/** Compares entries whatever their order; of equal keys the first, second … of each side are compared. */
function byKey(left: readonly Entry[], right: readonly Entry[], path: Path): Difference | undefined {
  const rest = [...right];
  for (const [key, value] of left) {
    const at = rest.findIndex(([name]) => name === key);
    const other = rest[at];
    if (other === undefined) return { path: [...path, key], left: value, right: undefined, what: 'missing' };
    rest.splice(at, 1);
    const difference = firstDifference(value, other[1], [...path, key]);
    if (difference !== undefined) return difference;
  }
  const [extra] = rest;
  return extra && { path: [...path, extra[0]], left: undefined, right: extra[1], what: 'missing' };
}

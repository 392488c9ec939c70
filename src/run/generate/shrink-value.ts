import { build, toTagged, writeJson, type Value } from '../../value/index.ts';

/**
 * Makes a value that shows something smaller in ways that fast-check's own shrinking does not know: a part in place of
 * the whole, an element or entry less. `look` says what a smaller value shows; `undefined`: it does not show it any more.
 */
export async function shrinkValue<Shown>(
  value: Value,
  shown: Shown,
  look: (smaller: Value) => Promise<Shown | undefined>,
): Promise<{ readonly value: Value; readonly shown: Shown }> {
  for (const smaller of smallerValues(value)) {
    const still = await look(smaller);
    if (still !== undefined) return shrinkValue(smaller, still, look);
  }
  return { value, shown };
}

/** Smaller values, the smallest first. */
function smallerValues(value: Value): readonly Value[] {
  return [...partsOf(value), ...lesserValues(value)].sort((a, b) => size(a) - size(b));
}

/** A member's parts in its place: `{v: [1]}` for `{v: {a: [1]}}`. */
function partsOf(value: Value): readonly Value[] {
  if (value.kind !== 'object') return [];
  return value.entries.flatMap(([key, inner], index) =>
    insides(inner).map((part) => build.obj(value.entries.with(index, [key, part]))),
  );
}

function insides(value: Value): readonly Value[] {
  const parts =
    value.kind === 'array'
      ? value.items
      : value.kind === 'object'
        ? value.entries.map(([, part]) => part)
        : [];
  return parts.flatMap((part) => [part, ...insides(part)]);
}

/** One element or entry less, at any depth; the members of the root stay. */
function lesserValues(value: Value, depth = 0): readonly Value[] {
  if (value.kind === 'array')
    return value.items.flatMap((item, index) => [
      build.arr(value.items.toSpliced(index, 1)),
      ...lesserValues(item, depth + 1).map((less) => build.arr(value.items.with(index, less))),
    ]);
  if (value.kind !== 'object') return [];
  return value.entries.flatMap(([key, inner], index) => [
    ...(depth === 0 ? [] : [build.obj(value.entries.toSpliced(index, 1))]),
    ...lesserValues(inner, depth + 1).map((less) => build.obj(value.entries.with(index, [key, less]))),
  ]);
}

function size(value: Value): number {
  return writeJson(toTagged(value)).length;
}

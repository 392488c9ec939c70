import {
  firstDifference,
  type Difference,
  type Entry,
  type RefValue,
  type UnsaidValue,
  type Value,
} from '../value/index.ts';

/** Something that a projection does not say of its value. */
export interface Hole {
  /** Keys and indexes from the root, as in `Difference`. */
  readonly path: readonly (string | number)[];
  /** The `kind` that the value has there. */
  readonly of: Value['kind'];
  /** What is known instead, in a few words: `long or double`, `only as text`. */
  readonly what: string;
  /** Nothing but that there is something. */
  readonly isEmpty: boolean;
}

type Path = Hole['path'];

/** Everything that a projection leaves open of the value that it was made from, outermost first; none: it says all. */
export function holes(value: Value, projection: Value): readonly Hole[] {
  const found = [...open(value, projection, [])];
  if (found.length > 0) return found;
  const difference = firstDifference(value, projection);
  if (difference === undefined) return [];
  const what = READS_AS[difference.what];
  return [{ path: difference.path, of: difference.left?.kind ?? value.kind, what, isEmpty: false }];
}

const READS_AS: Readonly<Record<Difference['what'], string>> = {
  kind: 'reads as another kind',
  value: 'reads as another value',
  key: 'reads with another key',
  order: 'reads in another order',
  length: 'reads with another number of items',
  missing: 'reads with a member more or less',
};

function* open(value: Value | undefined, said: Value, path: Path): Generator<Hole> {
  const hole = (what: string, isEmpty = false): Hole => ({
    path,
    of: value?.kind ?? said.kind,
    what,
    isEmpty,
  });
  switch (said.kind) {
    case 'unsaid':
      yield hole(said.why, true);
      return;
    case 'number':
      if (canBeLong(said.value)) yield hole(isRounded(value) ? 'long or double, rounded' : 'long or double');
      return;
    case 'opaque':
      yield hole('only as text');
      return;
    case 'oneOf':
      yield hole(optionsText(said.options));
      return;
    case 'string':
      if (said.cut !== undefined) yield hole(`only the first ${said.value.length} characters`);
      return;
    case 'ts':
      if (said.truncated !== undefined) yield hole(`only to ${said.truncated} ns`);
      return;
    case 'array':
      if (said.cut !== undefined) yield hole(`only the first ${said.items.length} items`);
      for (const [index, item] of said.items.entries())
        yield* open(value?.kind === 'array' ? value.items[index] : undefined, item, [...path, index]);
      return;
    case 'object':
      if (said.ordered === false && said.entries.length > 1) yield hole('the order of keys');
      yield* ofEntries(value, said.entries, path);
      return;
    case 'set':
      yield* ofEntries(value, said.entries, path);
      return;
    case 'ref':
      yield* ofRef(said, path);
      return;
    case 'null':
    case 'boolean':
    case 'long':
    case 'double':
    case 'bytes':
    case 'date':
    case 'uuid':
    case 'query':
  }
}

function* ofEntries(value: Value | undefined, entries: readonly Entry[], path: Path): Generator<Hole> {
  const own = value?.kind === 'object' || value?.kind === 'set' ? value.entries : [];
  for (const [key, inner] of entries)
    yield* open(own.find(([name]) => name === key)?.[1], inner, [...path, key]);
}

function* ofRef(said: RefValue | UnsaidValue, path: Path): Generator<Hole> {
  if (said.kind === 'unsaid') {
    yield { path, of: 'ref', what: `${String(path.at(-1) ?? 'ref')}: ${said.why}`, isEmpty: false };
    return;
  }
  if (typeof said.id !== 'string') yield { path, of: 'ref', what: `id: ${said.id.why}`, isEmpty: false };
  if (said.collection !== undefined) yield* ofRef(said.collection, [...path, 'collection']);
  if (said.database !== undefined) yield* ofRef(said.database, [...path, 'database']);
}

/** `long or string`; of one kind: `one of several strings`. */
function optionsText(options: readonly Value[]): string {
  const [only = '', ...more] = [...new Set(options.map(({ kind }) => kind))].sort();
  return more.length === 0 ? `one of several ${only}s` : [only, ...more].join(' or ');
}

/** Whether a number is one of the integers; -0 is none, and is a double without being said to be one. */
function canBeLong(value: number): boolean {
  return Number.isInteger(value) && !Object.is(value, -0);
}

function isRounded(value: Value | undefined): boolean {
  return value?.kind === 'long' && BigInt(Number(value.value)) !== value.value;
}

import { DATABASES, FIRST_USER_COLLECTION, type CollectionId } from '../data/ids.ts';
import { isArray, isTagged, type Data } from '../data/data.ts';
import { sourcesOf } from '../documents/index-sources.ts';
import { compareCovered, entryOrder } from './entry-order.ts';
import type { EntryOrder } from '../store/index-partition.ts';
import type { Lambda } from '../data/lambda.ts';
import type { Obj } from '../data/obj.ts';
import type { Ref } from '../data/ref.ts';
import type { Version } from '../store/version.ts';

/** What an index's document says, read once. */
export interface IndexConfig {
  readonly ref: Ref;
  readonly name: string;
  readonly isActive: boolean;
  readonly isUnique: boolean;
  readonly terms: readonly IndexField[];
  readonly values: readonly IndexField[];
  /** Which covered values are reversed. */
  readonly reversed: readonly boolean[];
  readonly order: EntryOrder;
  /** The order of covered values alone. */
  readonly orderOfValues: (a: readonly Data[], b: readonly Data[]) => number;
  /** The bindings for documents of a collection; `undefined`: the index does not have it among its sources. */
  bindingsFor(collection: CollectionId): ReadonlyMap<string, Lambda> | undefined;
  /** Collections it has entries of; `undefined`: all user collections. */
  readonly collections: readonly CollectionId[] | undefined;
}

/** One term or covered value: a path into the document, or a binding. */
export interface IndexField {
  readonly from: { readonly path: readonly (string | bigint)[] } | { readonly binding: string };
  readonly isReversed: boolean;
  /** Arrays give an entry for each of their elements (`mva`, on by default; core: doc/Index.scala). */
  readonly isSpread: boolean;
  readonly isCaseFolded: boolean;
}

const known = new WeakMap<Version, IndexConfig>();

/** Reads a version of an index's document; the result is kept as long as the version is. */
export function indexConfig(ref: Ref, version: Version): IndexConfig {
  let config = known.get(version);
  if (config === undefined) known.set(version, (config = readConfig(ref, version.fields)));
  return config;
}

function readConfig(ref: Ref, fields: Obj): IndexConfig {
  const name = fields.get('name');
  const values = fieldsOf(fields.get('values'));
  const reversed = values.map(({ isReversed }) => isReversed);
  const sources = sourcesOf(fields.get('source') ?? null);
  const wildcard = sources.find(({ collection }) => collection === undefined);
  return {
    ref,
    name: typeof name === 'string' ? name : '',
    isActive: fields.get('active') === true,
    isUnique: fields.get('unique') === true,
    terms: fieldsOf(fields.get('terms')),
    values,
    reversed,
    order: entryOrder(reversed),
    orderOfValues: (a, b) => compareCovered(a, b, reversed),
    collections:
      wildcard === undefined
        ? sources.flatMap(({ collection }) => (collection === undefined ? [] : [Number(collection.id)]))
        : undefined,
    bindingsFor: (collection) => {
      if (collection === DATABASES) return undefined;
      const own = sources.find((source) => source.collection?.id === BigInt(collection));
      const source = own ?? (collection >= FIRST_USER_COLLECTION ? wildcard : undefined);
      return source && new Map(source.bindings);
    },
  };
}

function fieldsOf(value: Data | undefined): readonly IndexField[] {
  const items = value === undefined ? [] : isArray(value) ? value : [value];
  return items.flatMap((item) => (isTagged(item) && item.kind === 'object' ? fieldOf(item) : []));
}

function fieldOf(item: Obj): readonly IndexField[] {
  const binding = item.get('binding');
  const path = item.get('field') ?? null;
  const steps = (isArray(path) ? path : [path]).filter(
    (step) => typeof step === 'string' || typeof step === 'bigint',
  );
  return [
    {
      from: typeof binding === 'string' ? { binding } : { path: steps },
      isReversed: item.get('reverse') === true,
      isSpread: item.get('mva') !== false,
      isCaseFolded: item.get('transform') === 'casefold',
    },
  ];
}

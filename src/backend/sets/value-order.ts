import { isArray, type Data, type Tagged } from '../data/data.ts';
import { Obj, type Entry } from '../data/obj.ts';
import { Ref } from '../data/ref.ts';
import { compareStrings } from './collation.ts';

/**
 * The order of values in indexes, cursors, `lt` and the like (spec 4.11): numbers < bytes < strings < arrays < objects <
 * refs < times < dates < lambdas < UUIDs < false < true < null. Equal (0) are values that an index does not tell apart:
 * 1 and 1.0 too.
 */
export function compareValues(a: Data, b: Data): number {
  const [rankA, rankB] = [rank(a), rank(b)];
  if (rankA !== rankB) return rankA - rankB;
  if (typeof a === 'bigint' || typeof a === 'number' || typeof b === 'bigint' || typeof b === 'number')
    return compareNumbers(a, b);
  if (typeof a === 'string' || typeof b === 'string') return compareStrings(textOf(a), textOf(b));
  if (a === null || b === null || typeof a === 'boolean' || typeof b === 'boolean') return 0;
  if (isArray(a)) return isArray(b) ? compareArrays(a, b) : 0;
  return isArray(b) ? 0 : compareTagged(a, b);
}

/** Negative numbers of documents stand behind all others: ids are compared as the bytes that they are stored as. */
export function compareIds(
  a: { readonly id: bigint; readonly collection: number },
  b: { readonly id: bigint; readonly collection: number },
): number {
  if (a.id === b.id) return a.collection - b.collection;
  if (a.id < 0n !== b.id < 0n) return a.id < 0n ? 1 : -1;
  return a.id < b.id ? -1 : 1;
}

const RANKS: Readonly<Record<Tagged['kind'], number>> = {
  bytes: 1,
  action: 2,
  object: 4,
  document: 4,
  page: 4,
  set: 4,
  'document-event': 4,
  'set-event': 4,
  element: 4,
  'unresolved-ref': 4,
  ref: 5,
  time: 6,
  date: 7,
  lambda: 8,
  'transaction-time': 9,
  uuid: 10,
};

function rank(value: Data): number {
  if (value === null) return 13;
  if (typeof value === 'boolean') return value ? 12 : 11;
  if (typeof value === 'bigint' || typeof value === 'number') return 0;
  if (typeof value === 'string') return 2;
  return isArray(value) ? 3 : RANKS[value.kind];
}

/** Java's order of doubles where one is a double: -0.0 below 0.0, NaN above everything. */
function compareNumbers(a: Data, b: Data): number {
  if (typeof a === 'bigint' && typeof b === 'bigint') return compareBigints(a, b);
  const [x, y] = [Number(a), Number(b)];
  if (x < y) return -1;
  if (x > y) return 1;
  if (Object.is(x, y)) return 0;
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.isNaN(x) ? 1 : -1;
  return Object.is(x, -0) ? -1 : 1;
}

function compareBigints(a: bigint, b: bigint): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function textOf(value: Data): string {
  if (typeof value === 'string') return value;
  return value !== null && typeof value === 'object' && 'action' in value && typeof value.action === 'string'
    ? value.action
    : '';
}

function compareArrays(a: readonly Data[], b: readonly Data[]): number {
  for (let index = 0; index < Math.min(a.length, b.length); index += 1) {
    const order = compareValues(a[index] ?? null, b[index] ?? null);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

function compareTagged(a: Tagged, b: Tagged): number {
  if (a.kind === 'ref' && b.kind === 'ref') return compareIds(a, b);
  if (a.kind === 'time' && b.kind === 'time')
    return compareBigints(a.seconds, b.seconds) || a.nanos - b.nanos;
  if (a.kind === 'date' && b.kind === 'date') return compareBigints(a.epochDay, b.epochDay);
  if (a.kind === 'bytes' && b.kind === 'bytes') return Buffer.compare(a.bytes, b.bytes);
  if (a.kind === 'uuid' && b.kind === 'uuid') return a.text < b.text ? -1 : Number(a.text > b.text);
  if (a.kind === 'lambda' && b.kind === 'lambda') return compareStrings(a.version, b.version);
  return compareObjects(fieldsOf(a), fieldsOf(b));
}

/** Entry by entry, in the order of the keys. */
function compareObjects(a: readonly Entry[], b: readonly Entry[]): number {
  for (let index = 0; index < Math.min(a.length, b.length); index += 1) {
    const [keyA = '', valueA = null] = a[index] ?? [];
    const [keyB = '', valueB = null] = b[index] ?? [];
    const order = compareStrings(keyA, keyB) || compareValues(valueA, valueB);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

/** What a value counts as where it is compared as an object, sorted by key (by code units, as the core sorts). */
function fieldsOf(value: Tagged): readonly Entry[] {
  return asObject(value).entries.toSorted(([a], [b]) => (a < b ? -1 : Number(a > b)));
}

function asObject(value: Tagged): Obj {
  switch (value.kind) {
    case 'object':
      return value;
    case 'document': {
      const collection = Ref.ofCollection(value.ref.scope, value.ref.collection);
      const ts = typeof value.ts === 'bigint' ? value.ts : null;
      const head: Entry[] = [
        ['ref', value.ref],
        ['class', collection],
        ['collection', collection],
        ['ts', ts],
      ];
      return new Obj([...head, ...value.fields.entries]);
    }
    case 'page':
      return Obj.of({ before: value.before, after: value.after, data: value.data });
    case 'document-event':
      return Obj.of({ ts: value.ts, action: value.action, resource: value.ref });
    case 'set-event':
      return Obj.of({ ts: value.ts, action: value.action, resource: value.ref, values: value.values });
    case 'element':
      return Obj.of({ value: value.value, sources: [...value.sources] });
    case 'set':
    case 'unresolved-ref':
    case 'action':
    case 'bytes':
    case 'date':
    case 'lambda':
    case 'ref':
    case 'time':
    case 'transaction-time':
    case 'uuid':
      return new Obj([]);
  }
}

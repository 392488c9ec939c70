import type { Action } from '../data/action.ts';
import type { CollectionId, ScopeId } from '../data/ids.ts';
import type { Obj } from '../data/obj.ts';
import { Ref } from '../data/ref.ts';
import { compareTermLists, type Term } from './term.ts';
import { compareIds } from './value-order.ts';

/**
 * What sets are made of while they are read: something that happened to a document (`document`), or a document's coming
 * or going in a set (`set`) with the values that the set covers. A snapshot is a sequence of `add`s.
 */
export type SetItem = DocumentItem | MemberItem;

interface Item {
  /** Microseconds. */
  readonly ts: bigint;
  readonly scope: ScopeId;
  readonly collection: CollectionId;
  readonly id: bigint;
}

export interface DocumentItem extends Item {
  readonly kind: 'document';
  readonly action: 'create' | 'update' | 'delete';
  /** The part of `data` that it set; `null`: none. */
  readonly data: Obj | null;
}

export interface MemberItem extends Item {
  readonly kind: 'set';
  readonly action: 'add' | 'remove';
  readonly values: readonly Term[];
}

/** Later than every time that was decided. */
export const LATEST = 2n ** 63n - 1n;
const LAST_ID = { collection: Number.MAX_SAFE_INTEGER, id: 2n ** 63n - 1n };
const FIRST_ID = { collection: 0, id: 0n };

/** Before and behind everything, in every order. */
export const FIRST: MemberItem = { kind: 'set', ts: 0n, scope: 0, ...FIRST_ID, action: 'remove', values: [] };
export const LAST: MemberItem = {
  kind: 'set',
  ts: LATEST,
  scope: Number.MAX_SAFE_INTEGER,
  ...LAST_ID,
  action: 'add',
  values: [],
};

export function isFirstId({ id, collection }: SetItem): boolean {
  return id === FIRST_ID.id && collection === FIRST_ID.collection;
}

export function isLastId({ id, collection }: SetItem): boolean {
  return id === LAST_ID.id && collection === LAST_ID.collection;
}

/** The same item with another document id: the smallest or largest of all. */
export function withFirstId<T extends SetItem>(item: T): T {
  return { ...item, ...FIRST_ID };
}
export function withLastId<T extends SetItem>(item: T): T {
  return { ...item, ...LAST_ID };
}

export function refOf(item: SetItem): Ref {
  return new Ref(item.scope, item.collection, item.id);
}

export function isCreate({ action }: SetItem): boolean {
  return action !== 'delete' && action !== 'remove';
}

/** The item as a coming or going. */
export function memberOf(item: SetItem): MemberItem {
  if (item.kind === 'set') return item;
  const { ts, scope, collection, id } = item;
  return { kind: 'set', ts, scope, collection, id, action: isCreate(item) ? 'add' : 'remove', values: [] };
}

/** The same at another time. */
export function atTime(item: SetItem, ts: bigint): SetItem {
  return { ...item, ts };
}

/** The same as a coming or a going, in the words of its kind. */
export function acting(item: SetItem, enters: boolean): SetItem {
  if (item.kind === 'set') return { ...item, action: enters ? 'add' : 'remove' };
  return { ...item, action: enters ? 'create' : 'delete' };
}

/** The values that a member covers: those of the index, or the document itself. */
export function coveredTerms(item: SetItem): readonly Term[] {
  if (item.kind === 'set' && item.values.length > 0) return item.values;
  return [{ value: refOf(item), reverse: false }];
}

/** Of one time, comings are before goings; `add`, `create`, `update`, `delete`, `remove`. */
const ACTION_ORDER: Readonly<Record<Action, number>> = { add: 0, create: 1, update: 2, delete: 3, remove: 4 };

function compareActions(a: SetItem, b: SetItem): number {
  return ACTION_ORDER[a.action] - ACTION_ORDER[b.action];
}

function compareTimes(a: SetItem, b: SetItem): number {
  if (a.ts === b.ts) return 0;
  return a.ts < b.ts ? -1 : 1;
}

/** By covered values alone (documents count only where there are none), then time and action: how snapshots are merged. */
export function snapshotOrder(a: SetItem, b: SetItem): number {
  return compareCovered(a, b) || compareTimes(a, b) || compareActions(a, b);
}

function compareCovered(a: SetItem, b: SetItem): number {
  if (a.kind === 'document' || b.kind === 'document') return compareIds(a, b);
  if (a.values.length === 0 && b.values.length === 0) return compareIds(a, b);
  return compareTermLists(coveredTerms(a), coveredTerms(b));
}

/** By time, then action, document and values: how histories are merged. */
export function historyOrder(a: SetItem, b: SetItem): number {
  return compareTimes(a, b) || compareActions(a, b) || compareIds(a, b) || tupleOrder(a, b);
}

/** By values, then document, then database: how an index is stored. */
export function tupleOrder(a: SetItem, b: SetItem): number {
  const values = compareTermLists(valuesOf(a), valuesOf(b));
  return values || compareIds(a, b) || a.scope - b.scope;
}

/** By time, document, action (backwards) and values: how event cursors are compared (the core's `SetEvent.ord`). */
export function cursorOrder(a: MemberItem, b: MemberItem): number {
  return (
    compareTimes(a, b) ||
    compareIds(a, b) ||
    compareActions(b, a) ||
    compareTermLists(coveredTerms(a), coveredTerms(b))
  );
}

export function valuesOf(item: SetItem): readonly Term[] {
  return item.kind === 'set' ? item.values : [];
}

/** Whether two items are of one document with the same values, whatever happened when. */
export function sameTuple(a: SetItem, b: SetItem): boolean {
  return tupleOrder(a, b) === 0;
}

export function sameItem(a: SetItem, b: SetItem): boolean {
  return a.kind === b.kind && a.ts === b.ts && a.action === b.action && sameTuple(a, b);
}

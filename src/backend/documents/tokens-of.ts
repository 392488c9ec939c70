import type { Ref } from '../data/ref.ts';
import type { Context } from '../eval/context.ts';
import type { Obj } from '../data/obj.ts';
import { isTagged } from '../data/data.ts';
import type { IndexEntry, IndexPartition } from '../store/index-partition.ts';
import type { Transaction } from '../store/store.ts';
import type { Draft } from './kind.ts';

/** The number of the index of tokens by instance; user indexes have positive ones. */
const INDEX = -1n;

/** The tokens of a document, in the order of their ids. */
export function tokensOf(instance: Ref, transaction: Transaction): readonly Ref[] {
  const at = transaction.commitTime;
  return [...partition(instance, transaction).scan({ at })].map(({ ref }) => ref);
}

/** Notes whose token a document is, after it was written. */
export function setTokensOf({ ref, before, fields, context: { transaction } }: Draft): void {
  const old = instanceOf(before);
  const now = instanceOf(fields);
  if (old !== undefined && now !== undefined && old.equals(now)) return;
  if (old !== undefined) partition(old, transaction).remove(entry(ref), transaction.commitTime);
  if (now !== undefined) partition(now, transaction).add(entry(ref), transaction.commitTime);
}

/** Notes that a token is gone. */
export function dropTokenOf(ref: Ref, fields: Obj, { transaction }: Context): void {
  const instance = instanceOf(fields);
  if (instance !== undefined) partition(instance, transaction).remove(entry(ref), transaction.commitTime);
}

function partition(instance: Ref, transaction: Transaction): IndexPartition {
  const terms = `${String(instance.scope)}/${String(instance.collection)}/${String(instance.id)}`;
  return transaction.partition(instance.scope, INDEX, terms, byId);
}

function entry(ref: Ref): IndexEntry {
  return { values: [], ref };
}

function byId(a: IndexEntry, b: IndexEntry): number {
  if (a.ref.id === b.ref.id) return 0;
  return a.ref.id < b.ref.id ? -1 : 1;
}

function instanceOf(fields: Obj | undefined): Ref | undefined {
  const instance = fields?.get('instance') ?? null;
  return isTagged(instance) && instance.kind === 'ref' ? instance : undefined;
}

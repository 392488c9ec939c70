import { isNamed, type CollectionId, type ScopeId } from '../data/ids.ts';
import type { Obj } from '../data/obj.ts';
import type { Change } from './change.ts';
import {
  currentVersion,
  forgetVersions,
  makeVersion,
  putVersion,
  takeVersion,
  type History,
  type Replaced,
} from './history.ts';
import type { EntryOrder, IndexPartition } from './index-partition.ts';
import type { MemoryStore } from './memory-store.ts';
import type { NameTable } from './names.ts';
import type { SortedList } from './sorted-list.ts';
import type { DocumentKey, IdRange, Transaction } from './store.ts';
import type { TransactionTimes } from './time-source.ts';
import type { Version, VersionAction } from './version.ts';

/** A history is looked through only when it has become longer than this: most never do. */
const FORGOTTEN_FROM = 16;

/** A transaction on the store in memory: writes at once, and notes how to take each write back. */
export class MemoryTransaction implements Transaction {
  readonly snapshot: bigint;
  readonly commitTime: bigint;
  readonly names: NameTable;
  readonly #store: MemoryStore;
  readonly #undo: (() => void)[] = [];
  readonly #then: (() => void)[] = [];
  #wrote = false;
  #wroteSchema = false;
  #ended = false;

  constructor(store: MemoryStore, times: TransactionTimes) {
    this.#store = store;
    this.names = store.names;
    this.snapshot = times.snapshot;
    this.commitTime = times.commitTime;
  }

  get wrote(): boolean {
    return this.#wrote;
  }

  read({ scope, collection, id }: DocumentKey, at?: bigint): Version | undefined {
    const history = findById(this.#store.collection(scope, collection), id);
    return history && this.#current(history, at);
  }

  history({ scope, collection, id }: DocumentKey): readonly Version[] {
    return findById(this.#store.collection(scope, collection), id)?.versions ?? [];
  }

  *scan(
    scope: ScopeId,
    collection: CollectionId,
    range: IdRange = {},
    at?: bigint,
  ): IterableIterator<readonly [id: bigint, version: Version]> {
    for (const history of histories(this.#store.collection(scope, collection), range)) {
      const version = this.#current(history, at);
      if (version !== undefined) yield [history.id, version];
    }
  }

  *scanIds(scope: ScopeId, collection: CollectionId, range: IdRange = {}): IterableIterator<bigint> {
    for (const { id } of histories(this.#store.collection(scope, collection), range)) yield id;
  }

  write(key: DocumentKey, action: VersionAction, fields: Obj): Version {
    return this.#put(key, makeVersion(this.commitTime, action, fields), () => true);
  }

  insert(key: DocumentKey, at: bigint, action: VersionAction, fields: Obj): Version {
    return this.#put(key, makeVersion(at, action, fields), () => true);
  }

  remove(key: DocumentKey, at: bigint, action: VersionAction): boolean {
    const list = this.#store.collection(key.scope, key.collection);
    const history = findById(list, key.id);
    const versions = history && [...history.versions];
    const taken = history && takeVersion(history, at, action);
    if (list === undefined || history === undefined || taken === undefined) return false;
    if (history.versions.length === 0) list.delete(history);
    this.#changed(key, taken, undefined, () => {
      history.versions.splice(0, Infinity, ...(versions ?? []));
      list.add(history);
    });
    return true;
  }

  forgetBefore({ scope, collection, id }: DocumentKey, before: bigint): void {
    const history = findById(this.#store.collection(scope, collection), id);
    if (history !== undefined && history.versions.length > FORGOTTEN_FROM)
      this.#then.push(() => forgetVersions(history, before));
  }

  dropCollection(scope: ScopeId, collection: CollectionId): void {
    this.#undo.push(this.#store.dropCollection(scope, collection));
  }

  dropScope(scope: ScopeId): void {
    this.#then.push(() => this.#store.dropScope(scope));
  }

  partition(scope: ScopeId, index: bigint, terms: string, order: EntryOrder): IndexPartition {
    return this.#store.partition(scope, index, terms, order);
  }

  findPartition(scope: ScopeId, index: bigint, terms: string): IndexPartition | undefined {
    return this.#store.findPartition(scope, index, terms);
  }

  dropIndex(scope: ScopeId, index: bigint): void {
    this.#undo.push(this.#store.dropIndex(scope, index));
  }

  newId(): bigint {
    return this.#store.ids.next();
  }

  newScope(): ScopeId {
    return this.#store.newScope();
  }

  newSchemaId(scope: ScopeId, collection: CollectionId): bigint {
    return this.#store.newSchemaId(scope, collection);
  }

  onRollback(undo: () => void): void {
    this.#undo.push(undo);
  }

  onCommit(then: () => void): void {
    this.#then.push(then);
  }

  commit(): bigint {
    this.#end();
    this.#store.names.commit();
    if (this.#wroteSchema) this.#store.schemaGeneration++;
    if (this.#wrote) this.#store.times.committed(this.commitTime);
    for (const then of this.#then) then();
    return this.#wrote ? this.commitTime : this.snapshot;
  }

  rollback(): void {
    this.#end();
    for (const undo of this.#undo.reverse()) undo();
    this.#store.names.rollback();
  }

  #end(): void {
    if (this.#ended) throw new Error('the transaction has ended already');
    this.#ended = true;
    this.#store.close();
  }

  /** From the snapshot on, times mean the present: own writes are seen, and a ttl is measured against the snapshot. */
  #current(history: History, at: bigint | undefined): Version | undefined {
    if (at !== undefined && at < this.snapshot) return currentVersion(history, at, at);
    return currentVersion(history, this.commitTime, this.snapshot);
  }

  #put(key: DocumentKey, version: Version, replaces: (other: Version) => boolean): Version {
    const list = this.#store.makeCollection(key.scope, key.collection);
    const known = findById(list, key.id);
    const history = known ?? { id: key.id, versions: [] };
    if (known === undefined) list.add(history);
    const replaced = putVersion(history, version, replaces);
    this.#changed(key, replaced, version, () => {
      const place = history.versions.indexOf(version);
      history.versions.splice(place, 1, ...(replaced.before === undefined ? [] : [replaced.before]));
      if (known === undefined) list.delete(history);
    });
    return version;
  }

  #changed(key: DocumentKey, replaced: Replaced, after: Version | undefined, undo: () => void): void {
    this.#wrote = true;
    this.#wroteSchema ||= isNamed(key.collection);
    this.#undo.push(undo);
    const change: Change = { key, ...replaced, after };
    for (const observer of this.#store.observers) observer(this, change);
  }
}

function findById(list: SortedList<History> | undefined, id: bigint): History | undefined {
  return list?.find((history) => compare(history.id, id));
}

function* histories(
  list: SortedList<History> | undefined,
  { from, to, descending = false }: IdRange,
): IterableIterator<History> {
  if (list === undefined) return;
  const start = descending ? to : from;
  const end = descending ? from : to;
  const seek = start === undefined ? undefined : (history: History): number => compare(history.id, start);
  for (const history of descending ? list.descending(seek) : list.ascending(seek)) {
    if (end !== undefined && (descending ? history.id < end : history.id > end)) return;
    yield history;
  }
}

function compare(a: bigint, b: bigint): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

import { FIRST_USER_COLLECTION, type CollectionId, type ScopeId } from '../data/ids.ts';
import type { Change } from './change.ts';
import type { History } from './history.ts';
import { MemoryIndex } from './memory-index.ts';
import { MemoryNames } from './memory-names.ts';
import { MemoryTransaction } from './memory-transaction.ts';
import type { EntryOrder } from './index-partition.ts';
import { Snowflake } from './snowflake.ts';
import { SortedList } from './sorted-list.ts';
import type { Store, Transaction } from './store.ts';
import { TimeSource, type Clock } from './time-source.ts';

/** What one database holds. */
interface ScopeData {
  readonly collections: Map<CollectionId, SortedList<History>>;
  readonly indexes: Map<bigint, Map<string, MemoryIndex>>;
  /** The next id of each native collection whose documents have names. */
  readonly schemaIds: Map<CollectionId, bigint>;
}

/** Called after every change to a document. */
export type Observer = (transaction: Transaction, change: Change) => void;

/** The store in memory. The clock may be a test's; times never go back, whatever the clock does. */
export class MemoryStore implements Store {
  readonly times: TimeSource;
  readonly ids: Snowflake;
  readonly names = new MemoryNames();
  readonly observers: Observer[] = [];
  schemaGeneration = 0;
  readonly #scopes = new Map<ScopeId, ScopeData>();
  #lastScope: ScopeId = 0;
  #open: MemoryTransaction | undefined;

  constructor(clock: Clock = Date.now) {
    this.times = new TimeSource(clock);
    this.ids = new Snowflake(clock);
  }

  begin(lastSeen?: bigint): Transaction {
    if (this.#open !== undefined) throw new Error('a transaction is open: commit it or roll it back first');
    return (this.#open = new MemoryTransaction(this, this.times.next(lastSeen)));
  }

  observe(observer: Observer): void {
    this.observers.push(observer);
  }

  /** Called by the transaction when it has ended. */
  close(): void {
    this.#open = undefined;
  }

  collection(scope: ScopeId, collection: CollectionId): SortedList<History> | undefined {
    return this.#scopes.get(scope)?.collections.get(collection);
  }

  makeCollection(scope: ScopeId, collection: CollectionId): SortedList<History> {
    const { collections } = this.#scope(scope);
    let list = collections.get(collection);
    if (list === undefined) collections.set(collection, (list = new SortedList(byId)));
    return list;
  }

  /** Takes a collection out and returns what puts it back. */
  dropCollection(scope: ScopeId, collection: CollectionId): () => void {
    const collections = this.#scopes.get(scope)?.collections;
    const list = collections?.get(collection);
    collections?.delete(collection);
    return () => void (list && collections?.set(collection, list));
  }

  partition(scope: ScopeId, index: bigint, terms: string, order: EntryOrder): MemoryIndex {
    const { indexes } = this.#scope(scope);
    let partitions = indexes.get(index);
    if (partitions === undefined) indexes.set(index, (partitions = new Map()));
    let partition = partitions.get(terms);
    if (partition === undefined)
      partitions.set(terms, (partition = new MemoryIndex(order, (undo) => this.#open?.onRollback(undo))));
    return partition;
  }

  findPartition(scope: ScopeId, index: bigint, terms: string): MemoryIndex | undefined {
    return this.#scopes.get(scope)?.indexes.get(index)?.get(terms);
  }

  /** Takes an index's entries out and returns what puts them back. */
  dropIndex(scope: ScopeId, index: bigint): () => void {
    const indexes = this.#scopes.get(scope)?.indexes;
    const partitions = indexes?.get(index);
    indexes?.delete(index);
    return () => void (partitions && indexes?.set(index, partitions));
  }

  /** Forgets a database for good. */
  dropScope(scope: ScopeId): void {
    this.#scopes.delete(scope);
    this.names.dropScope(scope);
  }

  newScope(): ScopeId {
    return ++this.#lastScope;
  }

  newSchemaId(scope: ScopeId, collection: CollectionId): bigint {
    const { schemaIds } = this.#scope(scope);
    const id = schemaIds.get(collection) ?? BigInt(FIRST_USER_COLLECTION);
    schemaIds.set(collection, id + 1n);
    return id;
  }

  #scope(scope: ScopeId): ScopeData {
    let data = this.#scopes.get(scope);
    if (data === undefined) {
      data = { collections: new Map(), indexes: new Map(), schemaIds: new Map() };
      this.#scopes.set(scope, data);
    }
    return data;
  }
}

function byId(a: History, b: History): number {
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}

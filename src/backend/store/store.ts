/**
 * What the database remembers: documents with their histories, by (scope, collection, id), and ordered index entries
 * with theirs. Everything is in memory, in one process. A query runs inside one transaction: it reads the state of its
 * snapshot plus its own writes; the writes are made in place, noted in an undo log, and become final with `commit` or
 * vanish with `rollback`. Because evaluation never waits in the middle, no other query can see them meanwhile, and there
 * is nothing to contend about. The time at which a transaction commits is fixed when it begins, so nothing that was
 * stored needs to be touched again. This folder knows documents as bags of fields; what a key or a role is, is decided
 * in `documents/` and `auth/`.
 */
import type { CollectionId, ScopeId } from '../data/ids.ts';
import type { Obj } from '../data/obj.ts';
import type { EntryOrder, IndexPartition } from './index-partition.ts';
import type { NameTable } from './names.ts';
import type { Change } from './change.ts';
import type { Version, VersionAction } from './version.ts';

/** The root database's scope. */
export const ROOT_SCOPE: ScopeId = 0;

export interface Store {
  /**
   * Opens the only transaction there is; the one before must have ended.
   * `lastSeen` (µs): the snapshot is at least this recent.
   */
  begin(lastSeen?: bigint): Transaction;
  /** Calls `observer` after every change to a document, inside the transaction: what keeps indexes up to date. */
  observe(observer: (transaction: Transaction, change: Change) => void): void;
  /** Changes with every commit that wrote to the schema: what is derived from it may be kept that long. */
  readonly schemaGeneration: number;
}

/** The key of a document. */
export interface DocumentKey {
  readonly scope: ScopeId;
  readonly collection: CollectionId;
  readonly id: bigint;
}

/** A stretch of a collection in the order of ids (or against it), both ends inclusive; absent: open. */
export interface IdRange {
  readonly from?: bigint | undefined;
  readonly to?: bigint | undefined;
  readonly descending?: boolean | undefined;
}

export interface Transaction {
  /** The time of the snapshot in µs: what `now` is and what reads carry. */
  readonly snapshot: bigint;
  /** The time in µs at which the transaction's writes become visible, if it writes; later than `snapshot`. */
  readonly commitTime: bigint;
  /** True once something was written. */
  readonly wrote: boolean;

  /**
   * The version of a document that is current at `at` (µs; absent, or not before the snapshot: now, own writes
   * included). `undefined`: there is none, it is deleted, or past its ttl.
   */
  read(key: DocumentKey, at?: bigint): Version | undefined;
  /** All versions that are kept, delete markers included, oldest first. */
  history(key: DocumentKey): readonly Version[];
  /** The documents of a collection that are live at `at`, by id. */
  scan(
    scope: ScopeId,
    collection: CollectionId,
    range?: IdRange,
    at?: bigint,
  ): IterableIterator<readonly [id: bigint, version: Version]>;
  /** The ids of all documents of a collection that have any history, by id. */
  scanIds(scope: ScopeId, collection: CollectionId, range?: IdRange): IterableIterator<bigint>;

  /** Writes a version at the transaction's time; one that this transaction wrote before is replaced. */
  write(key: DocumentKey, action: VersionAction, fields: Obj): Version;
  /** Puts a version into the past; one of that very time gives way to it, whatever it did. */
  insert(key: DocumentKey, at: bigint, action: VersionAction, fields: Obj): Version;
  /** Takes a version out of the past; `false`: there is none of that time and action. */
  remove(key: DocumentKey, at: bigint, action: VersionAction): boolean;
  /** Lets go of versions of a document that were over before `before` (µs), once the transaction has committed. */
  forgetBefore(key: DocumentKey, before: bigint): void;
  /** Forgets a collection and its history. */
  dropCollection(scope: ScopeId, collection: CollectionId): void;
  /** Forgets a database with all it holds, once the transaction has committed. */
  dropScope(scope: ScopeId): void;

  /** The entries of an index under one terms key; made, with that order, when it is first asked for. */
  partition(scope: ScopeId, index: bigint, terms: string, order: EntryOrder): IndexPartition;
  /** The same for reading: `undefined` where nothing was ever noted. */
  findPartition(scope: ScopeId, index: bigint, terms: string): IndexPartition | undefined;
  /** Forgets all entries of an index. */
  dropIndex(scope: ScopeId, index: bigint): void;

  /** Names of schema documents, keys' and databases' global ids: what is looked up by something else than an id. */
  readonly names: NameTable;
  /** A fresh document id: a snowflake, larger than all before it. */
  newId(): bigint;
  /** A fresh number for a scope. */
  newScope(): ScopeId;
  /** A fresh id for a schema document: counted for each of a scope's native collections. */
  newSchemaId(scope: ScopeId, collection: CollectionId): bigint;

  /** Runs `undo` if the transaction rolls back: for state that is kept beside the store. */
  onRollback(undo: () => void): void;
  /** Runs `then` after the transaction has committed. */
  onCommit(then: () => void): void;
  /** Makes the writes final. Returns the time that the answer carries: `commitTime` if something was written, else `snapshot`. */
  commit(): bigint;
  /** Takes all writes back. */
  rollback(): void;
}

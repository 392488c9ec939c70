import type { CollectionId, ScopeId } from './ids.ts';
import type { Data } from './data.ts';
import type { Lambda } from './lambda.ts';
import type { Position } from './position.ts';
import type { Ref } from './ref.ts';

/** A set: lazy, a description of what to read (spec 2.7). Reading it is the business of `sets/`. */
export class SetValue {
  readonly kind = 'set';
  readonly node: SetNode;
  constructor(node: SetNode) {
    this.node = node;
  }
}

export type SetNode =
  | MatchSet
  | DocumentsSet
  | CollectionSet
  | DocumentSet
  | SingletonSet
  | EventsSet
  | CombinedSet
  | WrappedSet
  | RangeSet
  | FilterSet
  | JoinSet;

/** The entries of an index, a `Ref` of `INDEXES`, under its terms. */
export interface MatchSet {
  readonly op: 'match';
  readonly index: Ref;
  readonly terms: readonly Data[];
}
/** All documents of a collection. */
export interface DocumentsSet {
  readonly op: 'documents';
  readonly scope: ScopeId;
  readonly collection: CollectionId;
}
/** A native collection used as a set; renders as the plain collection ref. */
export interface CollectionSet {
  readonly op: 'collection';
  readonly scope: ScopeId;
  readonly collection: CollectionId;
}
/** A document used as a set, of its own versions; renders as the plain ref. */
export interface DocumentSet {
  readonly op: 'document';
  readonly ref: Ref;
}
export interface SingletonSet {
  readonly op: 'singleton';
  readonly ref: Ref;
}
export interface EventsSet {
  readonly op: 'events';
  readonly of: SetValue;
}
export interface CombinedSet {
  readonly op: 'union' | 'intersection' | 'difference';
  readonly sets: readonly SetValue[];
}
export interface WrappedSet {
  readonly op: 'distinct' | 'reverse';
  readonly of: SetValue;
}
/** `from` and `to` are what a rendering shows of the bounds: the values alone, `null` for a bound given as `[]`. */
export interface RangeSet {
  readonly op: 'range';
  readonly of: SetValue;
  readonly from: Data;
  readonly to: Data;
  readonly lower: Bound;
  readonly upper: Bound;
}
/** A place in a set, both ends of a range included: values may be a prefix of an element's. */
export interface Bound {
  readonly values: readonly { readonly value: Data; readonly reverse: boolean }[];
  /** The document there; before all (`first`) or behind all (`last`) of those values. */
  readonly ref: Ref | 'first' | 'last';
}
/** `position`: that of the form, where the lambda's errors are reported when the set is read. */
export interface FilterSet {
  readonly op: 'filter';
  readonly of: SetValue;
  readonly filter: Lambda;
  readonly position: Position;
}
/** Every element of `of` gives a set: by a pure lambda, or as the terms of an index (a `Ref` of `INDEXES`). */
export interface JoinSet {
  readonly op: 'join';
  readonly of: SetValue;
  readonly with: Lambda | Ref;
  readonly position: Position;
}

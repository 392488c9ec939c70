import type { SetSource } from '../data/element.ts';
import type { Context } from '../eval/context.ts';
import type { MemberItem, SetItem } from './item.ts';

/**
 * A set while it is read. Sets are lazy: nothing happens until a sequence is iterated, and no more than asked for. Their
 * peculiarities (which element a union keeps, how joins follow the past) are the core's, whose `EventSet`s these mirror
 * (core: ext/model/src/main/scala/set/).
 */
export interface EventSet {
  readonly shape: Shape;
  /** True when single documents that the caller may not read are to be left out. */
  readonly isFiltered: boolean;
  /** Made of other sets: its elements' sources are those sets. */
  readonly isComposite: boolean;
  /** Where pages begin and end when no cursor says otherwise. */
  readonly first: MemberItem;
  readonly last: MemberItem;
  /** The set as the caller may read it; `undefined`: not at all. */
  forRead(context: Context): EventSet | undefined;
  /** The elements at the context's time, in the set's order. */
  snapshot(context: Context, range: Range): Iterable<Element>;
  /** What happened, by time. */
  history(context: Context, range: Range): Iterable<Element>;
  /** What happened, element by element. */
  sortedValues(context: Context, range: Range): Iterable<Element>;
}

/** From where to where, both included; when descending, `from` is the larger end. */
export interface Range {
  readonly from: SetItem;
  readonly to: SetItem;
  readonly ascending: boolean;
}

export interface Element {
  readonly item: SetItem;
  readonly sources: readonly SetSource[];
}

/** What the elements of a set look like. */
export interface Shape {
  /** How many values make a whole cursor: those covered, and the document. */
  readonly values: number;
  /** Which of them are reversed. */
  readonly reversed: readonly boolean[];
  readonly isHistorical: boolean;
}

/** Of sets whose elements are known only when they are read. */
export const UNKNOWN_SHAPE: Shape = { values: 0, reversed: [], isHistorical: false };
/** Of sets of documents. */
export const DOCUMENTS_SHAPE: Shape = { values: 1, reversed: [false], isHistorical: false };

/** Whether sets of two shapes can be combined. */
export function compatible(a: Shape, b: Shape): boolean {
  if (a.isHistorical !== b.isHistorical) return false;
  return a.reversed.every((reversed, index) => index >= b.reversed.length || b.reversed[index] === reversed);
}

/** Thrown by sets whose past cannot be read: filters, ranges, reversed sets. */
export class NoHistory extends Error {
  override readonly name = 'NoHistory';
}

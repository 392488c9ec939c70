import { mayRead } from '../auth/may-read.ts';
import { DocumentEvent, SetEvent } from '../data/event.ts';
import { ElementValue } from '../data/element.ts';
import { Page } from '../data/page.ts';
import { TRANSACTION_TIME, type TransactionTime } from '../data/transaction-time.ts';
import type { Data } from '../data/data.ts';
import type { Position } from '../data/position.ts';
import type { Context } from '../eval/context.ts';
import { failure, invalidArgument } from '../eval/failure.ts';
import { coveredData } from './covered-data.ts';
import { shownEvent, type Cursor } from './cursor.ts';
import { NoHistory, type Element, type EventSet } from './event-set.ts';
import {
  atTime,
  cursorOrder,
  historyOrder,
  isFirstId,
  isLastId,
  LATEST,
  memberOf,
  refOf,
  tupleOrder,
  valuesOf,
  type SetItem,
} from './item.ts';

const DEFAULT_SIZE = 64n;
const MAX_SIZE = 100_000n;

export interface PageRequest {
  readonly cursor: Cursor | undefined;
  /** Towards larger elements, from the cursor on; else towards smaller ones, before it. */
  readonly ascending: boolean;
  readonly size: bigint | undefined;
  readonly sources: boolean;
}

/** One page of a set, read with the caller's power (spec 2.8, 4.10). `verb`: the argument at which a denial is reported. */
export function paginate(
  unchecked: EventSet,
  { cursor, ascending, size: asked = DEFAULT_SIZE, sources }: PageRequest,
  context: Context,
  position: Position,
  verb: string | undefined,
): Page {
  const set = readable(unchecked, context, verb === undefined ? position : position.at(verb));
  const size = Number(asked > MAX_SIZE ? MAX_SIZE : asked);
  const elements = firstElements(set, cursor?.item, ascending, size + 1, context, position);
  const next = nextCursor(set, elements, cursor, ascending, size);
  const page = elements.slice(0, Math.max(0, size));
  if (!ascending) page.reverse();
  const value = (shown: Data, element: Element): Data =>
    sources ? new ElementValue(shown, element.sources) : shown;
  return new Page(
    page.map((element) => value(elementData(set, element.item, context), element)),
    ascending ? cursor?.shown : next,
    ascending ? next : cursor?.shown,
    page.map((element) => value(cursorData(set, element.item), element)),
  );
}

/** The set as the caller may read it, or the denial. */
export function readable(set: EventSet, context: Context, position: Position): EventSet {
  const allowed = set.forRead(context);
  if (allowed !== undefined) return allowed;
  throw failure(position, 'permission denied', 'Insufficient privileges to perform the action.');
}

/** An element as a value: what the set covers, or an event. */
export function elementData({ shape }: EventSet, item: SetItem, { transaction }: Context): Data {
  if (!shape.isHistorical) return coveredData(item);
  const ts: bigint | TransactionTime = item.ts === transaction.commitTime ? TRANSACTION_TIME : item.ts;
  if (item.kind === 'document') return new DocumentEvent(ts, item.action, refOf(item), item.data);
  const values = item.values.length === 0 ? undefined : item.values.map((term) => term.value);
  return new SetEvent(ts, item.action, refOf(item), values);
}

/** The elements that the caller may see, in order; filtered one by one where the set as a whole does not say it. */
export function* visibleElements(
  set: EventSet,
  elements: Iterable<Element>,
  context: Context,
): Iterable<Element> {
  for (const element of elements) if (!set.isFiltered || mayRead(refOf(element.item), context)) yield element;
}

function firstElements(
  set: EventSet,
  cursor: SetItem | undefined,
  ascending: boolean,
  count: number,
  context: Context,
  position: Position,
): Element[] {
  const now = context.validTime ?? LATEST;
  const from = cursor ?? (ascending ? set.first : atTime(set.last, now));
  const to = ascending ? atTime(set.last, now) : set.first;
  const isHistory = set.shape.isHistorical;
  const range = { from: memberOf(from), to: memberOf(to), ascending };
  const isBefore = isHistory ? eventIsBefore : tupleIsBefore;
  const found: Element[] = [];
  try {
    const elements = isHistory ? set.history(context, range) : set.snapshot(context, range);
    let skipping = true;
    for (const element of visibleElements(set, elements, context)) {
      if (skipping && isBefore(element.item, from, ascending)) continue;
      skipping = false;
      if (found.length >= count) break;
      found.push(element);
    }
  } catch (error) {
    if (error instanceof NoHistory) throw invalidArgument(position, 'Set does not support events history.');
    throw error;
  }
  return found;
}

/** Whether an element stands on the wrong side of the cursor: it is included upwards, excluded downwards. */
function tupleIsBefore(item: SetItem, cursor: SetItem, ascending: boolean): boolean {
  return ascending !== tupleOrder(memberOf(item), memberOf(cursor)) >= 0;
}

function eventIsBefore(item: SetItem, cursor: SetItem, ascending: boolean): boolean {
  const order =
    item.kind === 'set' && cursor.kind === 'set' ? cursorOrder(item, cursor) : historyOrder(item, cursor);
  return ascending !== order >= 0;
}

/** The cursor of the element beyond the page, or backwards of the last one on it; with size 0 the one that was given. */
function nextCursor(
  set: EventSet,
  elements: readonly Element[],
  cursor: Cursor | undefined,
  ascending: boolean,
  size: number,
): Data | undefined {
  if (size === 0) return cursor?.shown;
  if (elements.length <= size || size < 0) return undefined;
  const element = elements[ascending ? size : size - 1];
  return element && cursorData(set, element.item);
}

function cursorData({ shape }: EventSet, item: SetItem): Data {
  if (shape.isHistorical) return shownEvent(item);
  const member = memberOf(item);
  const values = valuesOf(member).map(({ value }) => value);
  return isFirstId(member) || isLastId(member) ? values : [...values, refOf(member)];
}

import { DocumentEvent, SetEvent } from '../data/event.ts';
import { isArray, isTagged, type Data } from '../data/data.ts';
import { Obj } from '../data/obj.ts';
import type { Position } from '../data/position.ts';
import type { Ref } from '../data/ref.ts';
import type { Context } from '../eval/context.ts';
import { expected, undefinedRef } from '../eval/argument-errors.ts';
import { invalidArgument } from '../eval/failure.ts';
import { eventCursor } from './event-cursor.ts';
import type { EventSet } from './event-set.ts';
import { FIRST, isFirstId, isLastId, LAST, LATEST, refOf, type MemberItem, type SetItem } from './item.ts';
import type { Term } from './term.ts';
import { compareValues } from './value-order.ts';

/** A place in a set, and how a page shows it. */
export interface Cursor {
  readonly item: SetItem;
  readonly shown: Data;
}

/** Reads a cursor of a page or a bound of a range (spec 2.8); `isLower`: what it leaves open is as small as can be. */
export function readCursor(
  set: EventSet,
  given: Data,
  isLower: boolean,
  position: Position,
  context: Context,
): Cursor {
  if (isTagged(given) && given.kind === 'unresolved-ref')
    throw undefinedRef(position, given, context.version);
  if (!set.shape.isHistorical) return arrayCursor(set, given, isLower, context);
  const item = eventItem(given, position, context);
  return { item, shown: shownEvent(item) };
}

/** Reads `{"after": …}` or `{"before": …}`; `undefined`: null, no cursor. */
export function readCursorObject(
  set: EventSet,
  given: Data,
  position: Position,
  context: Context,
): { readonly cursor: Cursor; readonly ascending: boolean } | undefined {
  if (given === null) return undefined;
  if (isTagged(given) && given.kind === 'object') {
    const [entry, ...others] = given.entries;
    if (entry !== undefined && others.length === 0 && (entry[0] === 'after' || entry[0] === 'before')) {
      const [key, value] = entry;
      const cursor = readCursor(set, value, true, position.at(key), context);
      return { cursor, ascending: key === 'after' };
    }
  }
  throw invalidArgument(
    position,
    "Invalid cursor object. Expected an object with either 'before' or 'after' key in it.",
  );
}

/** An event as the cursor that it is: without the data of a document; `null` where its document has no name. */
export function shownEvent(item: SetItem): Data {
  if (isLastId(item)) return null;
  const ref: Ref | undefined = isFirstId(item) ? undefined : refOf(item);
  if (item.kind === 'document') return new DocumentEvent(item.ts, item.action, ref, undefined);
  const values = item.values.length === 0 ? undefined : item.values.map(({ value }) => value);
  return new SetEvent(item.ts, item.action, ref, values);
}

function arrayCursor(set: EventSet, given: Data, isLower: boolean, context: Context): Cursor {
  const shown = isArray(given) ? given : [given];
  const { values: width, reversed } = set.shape;
  // Of a set whose shape is not known, a cursor's last part is taken for the document.
  const covered = width === 0 ? Math.max(0, shown.length - 1) : width - 1;
  const [head, rest] = [shown.slice(0, covered), shown.slice(covered)];
  const values = head.map((value, index): Term => ({ value, reverse: reversed[index] ?? false }));
  const base: MemberItem = {
    ...(isLower ? FIRST : LAST),
    ts: isLower ? 0n : LATEST,
    scope: context.auth.scope,
  };
  const [document] = rest;
  if (document === undefined) return { item: { ...base, action: 'add', values }, shown };
  return { item: { ...base, ...documentOf(document, context), values }, shown };
}

/** The document part of a cursor: a ref, or something that sorts before or behind all refs. */
function documentOf(
  value: Data,
  context: Context,
): Pick<MemberItem, 'scope' | 'collection' | 'id' | 'action'> {
  if (isTagged(value) && value.kind === 'ref') {
    const { scope, collection, id } = value;
    return { scope, collection, id, action: 'add' };
  }
  const isBehind = compareValues(value, refOf({ ...FIRST, scope: context.auth.scope })) > 0;
  const { collection, id } = isBehind ? LAST : FIRST;
  return { scope: context.auth.scope, collection, id, action: isBehind ? 'add' : 'remove' };
}

function asObject(event: DocumentEvent | SetEvent): Obj {
  const values = event.kind === 'set-event' ? event.values : undefined;
  return Obj.of({ ts: event.ts, action: event.action, document: event.ref, data: values });
}

function eventItem(given: Data, position: Position, context: Context): SetItem {
  const at = (ts: bigint): MemberItem => ({ ...FIRST, scope: context.auth.scope, ts, action: 'add' });
  if (given === null) return at(LATEST);
  if (typeof given === 'bigint') return at(given);
  if (isTagged(given))
    switch (given.kind) {
      case 'time':
        return at(given.micros);
      case 'date':
        return at(given.epochDay * MICROS_A_DAY);
      case 'object':
        return eventCursor(given, position, context);
      case 'document-event':
      case 'set-event':
        return eventCursor(asObject(given), position, context);
      default:
    }
  throw expected(position, ['Object', 'Integer', 'Time', 'Date'], given);
}

const MICROS_A_DAY = 86_400_000_000n;

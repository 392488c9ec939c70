/** Parts of arrays and pages, and whether there is anything in them (spec 4.11). */
import { isArray, isTagged, type Data } from '../data/data.ts';
import { Page } from '../data/page.ts';
import { expected } from '../eval/argument-errors.ts';
import { firstRef } from '../sets/first-ref.ts';
import { mayRead } from '../auth/may-read.ts';
import { readAt } from '../documents/read-at.ts';
import { any, integer, iterable } from './casts.ts';
import { form, type Form } from './form.ts';
import type { Context } from '../eval/context.ts';
import type { Position } from '../data/position.ts';
import type { SetValue } from '../data/set.ts';

export const pageForms: readonly Form[] = [
  form({
    params: { take: integer, collection: any },
    until: 'UNSTABLE',
    run: ({ take: count, collection }, _context, position) => take(count, collection, position),
  }),
  form({
    params: { drop: integer, collection: any },
    run: ({ drop: count, collection }, _context, position) => drop(count, collection, position),
  }),
  form({
    params: { is_empty: iterable },
    run: (args, context, position) => !hasElements(args.is_empty, context, position),
  }),
  form({
    params: { is_nonempty: iterable },
    run: (args, context, position) => hasElements(args.is_nonempty, context, position),
  }),
];

/** The first elements; a page goes on after them. */
function take(count: bigint, collection: Data, position: Position): Data {
  const number = toInt(count);
  const kept = Math.max(0, number);
  if (isArray(collection)) return collection.slice(0, kept);
  if (!isPage(collection)) throw expected(position.at('collection'), ['Array or Page'], collection);
  const { data, unmapped, before, after } = collection;
  // A negative number gives the page's own beginning as where it goes on: the core's slip.
  const next = number < 0 ? before : (unmapped[number] ?? after);
  return new Page(data.slice(0, kept), before, next, unmapped.slice(0, kept));
}

/** All but the first elements; a page begins at the first one kept. */
function drop(count: bigint, collection: Data, position: Position): Data {
  const number = toInt(count);
  const dropped = Math.max(0, number);
  if (isArray(collection)) return collection.slice(dropped);
  if (!isPage(collection)) throw expected(position.at('collection'), ['Array or Page'], collection);
  const { data, unmapped, before, after } = collection;
  const rest = unmapped.slice(dropped);
  return new Page(data.slice(dropped), number < 0 ? before : (rest[0] ?? after), after, rest);
}

/** A set has elements when its first one's document may be read and is there (spec 5.5). */
function hasElements(
  collection: readonly Data[] | Page | SetValue,
  context: Context,
  position: Position,
): boolean {
  if (isArray(collection)) return collection.length > 0;
  if (collection.kind === 'page') return collection.data.length > 0;
  const first = firstRef(collection, context, position.at('exists'));
  return first !== undefined && mayRead(first, context) && readAt(first, context) !== undefined;
}

/** Java's narrowing of a long: the lower 32 bits. */
function toInt(value: bigint): number {
  return Number(BigInt.asIntN(32, value));
}

function isPage(value: Data): value is Page {
  return isTagged(value) && value.kind === 'page';
}

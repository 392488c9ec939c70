/**
 * The argument types of forms (spec 4.1, Arguments): each is a `Param` that gives its function a value of the right type
 * or throws `X expected, Y provided.` at the argument's position. Combine them: `oneOrMore(number)`, `optional(string)`.
 */
import { collect } from '../eval/collect.ts';
import { expected, undefinedRef } from '../eval/argument-errors.ts';
import { invalidArgument } from '../eval/failure.ts';
import { isArray, isTagged, type Data } from '../data/data.ts';
import { COLLECTIONS, DATABASES, INDEXES, nativeName } from '../data/ids.ts';
import { microsOf } from '../eval/micros-of.ts';
import { pathOf, type Path } from '../eval/path.ts';
import { SetValue } from '../data/set.ts';
import type { Context } from '../eval/context.ts';
import type { DateValue } from '../data/date.ts';
import type { Lambda } from '../data/lambda.ts';
import type { Obj } from '../data/obj.ts';
import type { Page } from '../data/page.ts';
import type { Param } from './form.ts';
import type { Position } from '../data/position.ts';
import type { Ref } from '../data/ref.ts';
import type { Time } from '../data/time.ts';

/** Casts a value that is there. */
export type Cast<T> = (value: Data, position: Position, context: Context) => T;

/** An argument that must be there, checked by `cast`. */
export function required<T>(check: Cast<T>): Param<T> {
  return {
    optional: false,
    syntax: 'expression',
    cast: (value, position, context) => check(value === undefined ? null : value, position, context),
  };
}

/** An argument that may be absent. */
export function optional<T>(param: Param<T>): Param<T | undefined> {
  return {
    optional: true,
    syntax: param.syntax,
    cast: (value, position, context) =>
      value === undefined ? undefined : param.cast(value, position, context),
  };
}

/** An array of at least one, or a single value; the errors of all elements are reported. */
export function oneOrMore<T>(element: Param<T>): Param<readonly T[]> {
  return required((value, position, context) => {
    const elements = elementsOf(value, element, position, context);
    if (elements.length === 0) throw invalidArgument(position, 'Non-empty array expected.');
    return elements;
  });
}

/** An array, or a single value. */
export function zeroOrMore<T>(element: Param<T>): Param<readonly T[]> {
  return required((value, position, context) => elementsOf(value, element, position, context));
}

function elementsOf<T>(value: Data, param: Param<T>, position: Position, context: Context): readonly T[] {
  if (!isArray(value)) return [param.cast(value, position, context)];
  return collect(value, (element, index) => param.cast(element, position.at(index), context));
}

/** Tests a type; an unresolved ref given for something that can be named is `invalid ref`. */
export function cast<T extends Data>(types: readonly string[], test: (value: Data) => value is T): Param<T> {
  const named = types.some((type) => type.endsWith('Ref') || type === 'Identifier' || type === 'Set');
  return required((value, position, context) => {
    if (test(value)) return value;
    if (named && isTagged(value) && value.kind === 'unresolved-ref')
      throw undefinedRef(position, value, context.version);
    throw expected(position, types, value);
  });
}

export const any: Param<Data> = required((value) => value);
export const nothing = cast(['Null'], (value) => value === null);
export const boolean = cast(['Boolean'], (value) => typeof value === 'boolean');
export const integer = cast(['Integer'], (value) => typeof value === 'bigint');
export const string = cast(['String'], (value) => typeof value === 'string');
/** `bigint`: an Integer, `number`: a Double. */
export const number = cast(
  ['Number'],
  (value): value is bigint | number => typeof value === 'bigint' || typeof value === 'number',
);
export const object = cast(['Object'], (value): value is Obj => isTagged(value) && value.kind === 'object');
export const array = cast(['Array'], isArray);
export const temporal = cast(
  ['Temporal'],
  (value): value is Time | DateValue => isTagged(value) && (value.kind === 'time' || value.kind === 'date'),
);

const SCALARS: ReadonlySet<string> = new Set([
  'action',
  'bytes',
  'date',
  'ref',
  'time',
  'transaction-time',
  'unresolved-ref',
  'uuid',
]);
/** Everything but arrays, objects and the like, sets and lambdas; refs are scalars (resolved or not). */
export const scalar = cast(
  ['Scalar'],
  (value): value is Data => !isArray(value) && (!isTagged(value) || SCALARS.has(value.kind)),
);

/** Only a `lambda` form is accepted there. */
export const lambda: Param<Lambda> = {
  ...cast(['Lambda'], (value): value is Lambda => isTagged(value) && value.kind === 'lambda'),
  syntax: 'lambda',
};
/** A `lambda` form or any expression. */
export const lambdaOrAny: Param<Data> = { ...any, syntax: 'lambda or expression' };

/** Microseconds out of a time or an integer; `undefined` for the transaction's own time. */
export const timestamp: Param<bigint | undefined> = required((value, position) => microsOf(value, position));
export const path: Param<Path> = required((value, position) => pathOf(value, position));

function isRef(value: Data): value is Ref {
  return isTagged(value) && value.kind === 'ref';
}
export const ref = cast(['Ref'], isRef);
export const collectionRef = cast(
  ['Collection Ref'],
  (value): value is Ref => isRef(value) && value.collection === COLLECTIONS,
);
export const databaseRef = cast(
  ['Database Ref'],
  (value): value is Ref => isRef(value) && value.collection === DATABASES,
);
/** A name or any ref. */
export const identifier = cast(
  ['Identifier'],
  (value): value is string | Ref => typeof value === 'string' || isRef(value),
);
/** A name or an index ref. */
export const indexIdentifier = cast(
  ['Identifier'],
  (value): value is string | Ref =>
    typeof value === 'string' || (isRef(value) && value.collection === INDEXES),
);

/** A ref or a set; the ref of a native collection counts as its set. */
export const refOrSet: Param<Ref | SetValue> = required(refOrSetOf);

function refOrSetOf(value: Data, position: Position, context: Context): Ref | SetValue {
  if (isRef(value)) {
    if (value.collection !== COLLECTIONS || nativeName(Number(value.id)) === undefined) return value;
    return new SetValue({ op: 'collection', scope: value.scope, collection: Number(value.id) });
  }
  if (isTagged(value)) {
    if (value.kind === 'set') return value;
    if (value.kind === 'unresolved-ref') throw undefinedRef(position, value, context.version);
  }
  throw expected(position, ['Ref', 'Set'], value);
}

/** A set; a ref that is none is refused as such. */
export const set: Param<SetValue> = required((value, position, context) => {
  const found = refOrSetOf(value, position, context);
  if (found.kind === 'ref') throw expected(position, ['Set'], value);
  return found;
});

/** An array, a page or a set. */
export const iterable: Param<readonly Data[] | Page | SetValue> = required(iterableOf);

function iterableOf(value: Data, position: Position, context: Context): readonly Data[] | Page | SetValue {
  if (isArray(value)) return value;
  if (isTagged(value)) {
    if (value.kind === 'page') return value;
    if (value.kind === 'set' || value.kind === 'unresolved-ref' || value.kind === 'ref') {
      const found = refOrSetOf(value, position, context);
      if (found.kind === 'set') return found;
    }
  }
  throw expected(position, ['Array, Set, or Page'], value);
}

/** An array or a set; a page is refused by another text than everything else. */
export const setOrArray: Param<readonly Data[] | SetValue> = required((value, position, context) => {
  const found = iterableOf(value, position, context);
  if (!isArray(found) && found.kind === 'page') throw expected(position, ['Set', 'Array'], found);
  return found;
});

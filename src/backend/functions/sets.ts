/** Sets (spec 4.10): making them, combining them, reading pages of them. */
import { INDEXES } from '../data/ids.ts';
import { isArray, isTagged, type Data } from '../data/data.ts';
import { Page } from '../data/page.ts';
import { Ref } from '../data/ref.ts';
import { SetValue } from '../data/set.ts';
import { UnresolvedRef } from '../data/unresolved-ref.ts';
import { indexConfig } from '../indexes/index-config.ts';
import { expected, undefinedRef } from '../eval/argument-errors.ts';
import { within, type Context } from '../eval/context.ts';
import { PURE, READ, WRITE } from '../eval/effect.ts';
import { failure, invalidArgument, QueryFailure } from '../eval/failure.ts';
import { maxEffect } from '../eval/max-effect.ts';
import { countRead } from '../sets/count-read.ts';
import { filterValues } from '../sets/filter-values.ts';
import { combineArrays, distinctValues } from '../sets/combine-arrays.ts';
import { readCursor, readCursorObject } from '../sets/cursor.ts';
import { compatible } from '../sets/event-set.ts';
import { isInScope } from '../sets/is-in-scope.ts';
import { paginate } from '../sets/paginate.ts';
import { rangeOf } from '../sets/range-of.ts';
import { setOf } from '../sets/set-of.ts';
import {
  any,
  boolean,
  cast,
  collectionRef,
  indexIdentifier,
  integer,
  iterable,
  lambda,
  lambdaOrAny,
  oneOrMore,
  optional,
  ref,
  refOrSet,
  set,
  setOrArray,
  timestamp,
  zeroOrMore,
} from './casts.ts';
import { form, type Form } from './form.ts';
import type { Lambda } from '../data/lambda.ts';
import type { Position } from '../data/position.ts';
import type { PageRequest } from '../sets/paginate.ts';

/** Anything that can stand in an index: an unresolved ref cannot. */
const term = cast(['Any'], (value): value is Data => !isTagged(value) || value.kind !== 'unresolved-ref');

const PAGE = {
  ts: optional(timestamp),
  size: optional(integer),
  events: optional(boolean),
  sources: optional(boolean),
};

export const setForms: readonly Form[] = [
  form({
    params: { match: zeroOrMore(term), index: indexIdentifier },
    run: (args, context, position) => match(args.index, args.match, context, position),
  }),
  form({
    params: { match: indexIdentifier, terms: optional(zeroOrMore(term)) },
    run: (args, context, position) => match(args.match, args.terms ?? [], context, position),
  }),
  form({
    params: { documents: collectionRef },
    run: ({ documents: { scope, id } }) => new SetValue({ op: 'documents', scope, collection: Number(id) }),
  }),
  form({
    params: { singleton: ref },
    run: ({ singleton }) => new SetValue({ op: 'singleton', ref: singleton }),
  }),
  form({
    params: { events: refOrSet },
    run: ({ events }, context, position) => {
      const of = events.kind === 'ref' ? new SetValue({ op: 'document', ref: events }) : events;
      if (setOf(of, context).shape.isHistorical)
        throw invalidArgument(position, 'Set does not support events history.');
      return new SetValue({ op: 'events', of });
    },
  }),

  combining('union'),
  combining('intersection'),
  combining('difference'),
  form({
    params: { distinct: iterable },
    run: ({ distinct }) => {
      if (isArray(distinct)) return distinctValues(distinct);
      if (distinct.kind === 'page') return distinct.mapped(distinctValues(distinct.data));
      return new SetValue({ op: 'distinct', of: distinct });
    },
  }),
  form({
    params: { reverse: iterable },
    run: ({ reverse }) => {
      if (isArray(reverse)) return reverse.toReversed();
      if (reverse.kind === 'page') return reverse.mapped(reverse.data.toReversed());
      return new SetValue({ op: 'reverse', of: reverse });
    },
  }),
  form({
    params: { range: set, from: any, to: any },
    run: (args, context, position) => rangeOf(args.range, args.from, args.to, context, position),
  }),
  form({
    params: { filter: lambda, collection: iterable },
    run: ({ filter, collection }, context, position) => {
      if (isArray(collection)) return filterValues(filter, collection, collection, context, position).values;
      if (collection.kind === 'set') return filtered(collection, filter, position);
      const { data, unmapped, before, after } = collection;
      const kept = filterValues(filter, data, unmapped, context, position);
      return new Page(kept.values, before, after, kept.beside);
    },
  }),
  form({
    params: { join: set, with: lambdaOrAny },
    run: (args, context, position) =>
      new SetValue({ op: 'join', of: args.join, with: joined(args.with, context, position), position }),
  }),

  form({
    params: { paginate: refOrSet, after: optional(any), ...PAGE },
    effect: READ,
    run: (args, context, position) => pageOf(args, { after: args.after }, context, position),
  }),
  form({
    params: { paginate: refOrSet, before: any, ...PAGE },
    effect: READ,
    run: (args, context, position) => pageOf(args, { before: args.before }, context, position),
  }),
  form({
    params: { paginate: refOrSet, cursor: any, ...PAGE },
    effect: READ,
    run: (args, context, position) => pageOf(args, { cursor: args.cursor }, context, position),
  }),

  form({
    params: { first: setOrArray },
    effect: READ,
    since: '4',
    run: ({ first }, context, position) => endOf('first', first, context, position),
  }),
  form({
    params: { last: setOrArray },
    effect: READ,
    since: '4',
    run: ({ last }, context, position) => endOf('last', last, context, position),
  }),
];

function match(
  identifier: string | Ref,
  terms: readonly Data[],
  context: Context,
  position: Position,
): SetValue {
  const at = position.at('index');
  const index = typeof identifier === 'string' ? indexNamed(identifier, context, at) : identifier;
  if (!isInScope(index.scope, context))
    throw failure(at, 'permission denied', 'Insufficient privileges to perform the action.');
  const version = context.transaction.read(index);
  if (version === undefined) throw failure(at, 'instance not found', 'Index not found.', { missing: true });
  const { isActive, name } = indexConfig(index, version);
  if (!isActive) throw failure(at, 'instance not found', `Index '${name}' is not active.`);
  return new SetValue({ op: 'match', index, terms });
}

function indexNamed(name: string, { auth, transaction, version }: Context, position: Position): Ref {
  const id = transaction.names.find('indexes', auth.scope, name);
  if (id !== undefined) return new Ref(auth.scope, INDEXES, id);
  throw undefinedRef(position, new UnresolvedRef({ id: name, collection: { id: 'indexes' } }), version);
}

/** `union` and its kin: of sets or of arrays, not both. */
function combining(op: 'union' | 'intersection' | 'difference'): Form {
  return form({
    params: { [op]: oneOrMore(setOrArray) },
    run: (args, context, position) => {
      const parts = args[op] ?? [];
      const arrays = parts.filter(isArray);
      const sets = parts.filter((part): part is SetValue => !isArray(part));
      if (sets.length === 0) return arrays.reduce((left, right) => combineArrays[op](left, right));
      if (arrays.length > 0)
        throw invalidArgument(
          position.at(op),
          'Arguments cannot be of different types, expected Set or Array.',
        );
      checkShapes(sets, context, position.at(op));
      return new SetValue({ op, sets: innerTwice(sets) });
    },
  });
}

/** Every two neighbours must be of compatible shapes; each pair that is not is an error of its own. */
function checkShapes(sets: readonly SetValue[], context: Context, position: Position): void {
  const shapes = sets.map((part) => setOf(part, context).shape);
  const errors = shapes.slice(1).flatMap((shape, index) => {
    const before = shapes[index];
    return before === undefined || compatible(before, shape)
      ? []
      : invalidArgument(position, 'Sets are not compatible.').errors;
  });
  if (errors.length > 0) throw new QueryFailure(errors);
}

/** Of three and more sets the core keeps each inner one twice: it checks neighbours, and builds the set of what it checked. */
function innerTwice(sets: readonly SetValue[]): readonly SetValue[] {
  return sets.flatMap((part, index) => (index === 0 || index === sets.length - 1 ? [part] : [part, part]));
}

function filtered(of: SetValue, filter: Lambda, position: Position): SetValue {
  if (maxEffect(filter.body) === WRITE)
    throw invalidArgument(
      position.at('filter'),
      'Invalid lambda. Lambda in this context may not write or call a user function.',
    );
  return new SetValue({ op: 'filter', of, filter, position });
}

function joined(target: Data, context: Context, position: Position): Lambda | Ref {
  const at = position.at('with');
  if (isTagged(target)) {
    if (target.kind === 'lambda') {
      if (maxEffect(target.body) === PURE) return target;
      throw invalidArgument(
        at,
        'Invalid lambda. Lambda in this context may not read, write, or call a user function.',
      );
    }
    if (target.kind === 'unresolved-ref') throw undefinedRef(at, target, context.version);
    if (target.kind === 'ref' && target.collection === INDEXES) {
      if (!isInScope(target.scope, context))
        throw failure(at, 'permission denied', 'Insufficient privileges to perform the action.');
      if (context.transaction.read(target) !== undefined) return target;
      throw failure(at, 'instance not found', 'Index not found.', { missing: true });
    }
  }
  throw expected(at, ['Lambda', 'Index Ref'], target);
}

interface PageArgs {
  readonly paginate: Ref | SetValue;
  readonly ts: bigint | undefined;
  readonly size: bigint | undefined;
  readonly events: boolean | undefined;
  readonly sources: boolean | undefined;
}

type GivenCursor =
  { readonly after: Data | undefined } | { readonly before: Data } | { readonly cursor: Data };

function pageOf(args: PageArgs, given: GivenCursor, outer: Context, position: Position): Page {
  const target = args.paginate;
  const plain = target.kind === 'ref' ? new SetValue({ op: 'document', ref: target }) : target;
  const isHistory = setOf(plain, outer).shape.isHistorical;
  const value = args.events === true && !isHistory ? new SetValue({ op: 'events', of: plain }) : plain;
  const source = setOf(value, outer);
  const request: PageRequest = {
    ...cursorOf(source, given, outer, position),
    size: args.size,
    sources: args.sources ?? false,
  };
  const context = args.ts === undefined ? outer : within(outer, { validTime: args.ts });
  countRead(value, context);
  return paginate(source, request, context, position, 'paginate');
}

function cursorOf(
  source: ReturnType<typeof setOf>,
  given: GivenCursor,
  context: Context,
  position: Position,
): Pick<PageRequest, 'cursor' | 'ascending'> {
  if ('before' in given)
    return {
      cursor: readCursor(source, given.before, true, position.at('before'), context),
      ascending: false,
    };
  if ('cursor' in given) {
    const found = readCursorObject(source, given.cursor, position.at('cursor'), context);
    return found ?? { cursor: undefined, ascending: true };
  }
  const { after } = given;
  const cursor =
    after === undefined ? undefined : readCursor(source, after, true, position.at('after'), context);
  return { cursor, ascending: true };
}

/** The first or last element of a set or an array. */
function endOf(
  which: 'first' | 'last',
  value: readonly Data[] | SetValue,
  context: Context,
  position: Position,
): Data {
  const at = position.at(which);
  if (isArray(value)) {
    const element = which === 'first' ? value[0] : value.at(-1);
    if (element === undefined) throw invalidArgument(at, 'Non-empty array expected.');
    return element;
  }
  const request = { cursor: undefined, ascending: which === 'first', size: 1n, sources: false };
  countRead(value, context);
  const [element] = paginate(setOf(value, context), request, context, position, which).data;
  if (element === undefined) throw invalidArgument(at, 'Non-empty set expected.');
  return element;
}

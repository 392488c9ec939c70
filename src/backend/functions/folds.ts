/** One value out of all elements of an array, a page or a set (spec 4.11). Of a page the result is a page with one element. */
import { isArray, isTagged, type Data } from '../data/data.ts';
import { undefinedRef } from '../eval/argument-errors.ts';
import { READ } from '../eval/effect.ts';
import { invalidArgument, QueryFailure } from '../eval/failure.ts';
import { elements } from '../sets/elements.ts';
import { compareValues } from '../sets/value-order.ts';
import { any, boolean, iterable, lambda, number } from './casts.ts';
import { form, type Form } from './form.ts';
import type { Context } from '../eval/context.ts';
import type { Page } from '../data/page.ts';
import type { Position } from '../data/position.ts';
import type { SetValue } from '../data/set.ts';

export const foldForms: readonly Form[] = [
  form({
    params: { reduce: lambda, initial: any, collection: any },
    effect: READ,
    run: ({ reduce, initial, collection }, context, position) => {
      const at = position.at('reduce');
      const source = iterable.cast(collection, position.at('collection'), context);
      return fold(source, context, at, (values) => {
        let result = initial;
        for (const value of values) result = context.apply(reduce, [result, value], at, context);
        return result;
      });
    },
  }),
  folding('count', (values) => {
    let count = 0n;
    for (const value of values) {
      void value;
      count += 1n;
    }
    return count;
  }),
  folding('sum', (values, at, context) => total(values, at, context).sum),
  folding('mean', (values, at, context) => {
    const { sum, count } = total(values, at, context);
    if (count === 0) throw invalidArgument(at, 'Non-empty array expected.');
    return Number(sum) / count;
  }),
  folding('any', (values, at, context) => {
    let result = false;
    for (const value of values) result = boolean.cast(value, at, context) || result;
    return result;
  }),
  folding('all', (values, at, context) => {
    let result = true;
    for (const value of values) result = boolean.cast(value, at, context) && result;
    return result;
  }),
  extreme('max', (order) => order > 0),
  extreme('min', (order) => order < 0),
];

type Folding = (values: Iterable<Data>, at: Position, context: Context) => Data;

function folding(name: string, compute: Folding): Form {
  return form({
    params: { [name]: iterable },
    effect: READ,
    run: (args, context, position) => {
      const at = position.at(name);
      const source = args[name];
      return source === undefined
        ? null
        : fold(source, context, at, (values) => compute(values, at, context));
    },
  });
}

function fold(
  source: readonly Data[] | Page | SetValue,
  context: Context,
  at: Position,
  compute: (values: Iterable<Data>) => Data,
): Data {
  if (isArray(source)) return compute(source);
  if (source.kind === 'page') return source.mapped([compute(source.data)]);
  return compute(elements(source, context, at));
}

/** Integers wrap around at 64 bits; from the first double on it is a double. */
function total(
  values: Iterable<Data>,
  at: Position,
  context: Context,
): { readonly sum: bigint | number; readonly count: number } {
  let sum: bigint | number = 0n;
  let count = 0;
  for (const value of values) {
    const next = number.cast(value, at, context);
    sum =
      typeof sum === 'bigint' && typeof next === 'bigint'
        ? BigInt.asIntN(64, sum + next)
        : Number(sum) + Number(next);
    count += 1;
  }
  return { sum, count };
}

/** The largest or smallest by the order of indexes; an array that holds exactly one collection means that one. */
function extreme(name: 'max' | 'min', keeps: (order: number) => boolean): Form {
  return form({
    params: { [name]: iterable },
    effect: READ,
    run: (args, context, position) => {
      const at = position.at(name);
      const source = args[name];
      if (source === undefined) return null;
      return fold(unpacked(source), context, at, (values) => {
        const all = [...values];
        checkResolved(all, at, context);
        const [first, ...others] = all;
        if (first === undefined) throw invalidArgument(at, 'Non-empty array expected.');
        return others.reduce((best, value) => (keeps(compareValues(best, value)) ? best : value), first);
      });
    },
  });
}

type Source = readonly Data[] | Page | SetValue;

function unpacked(source: Source): Source {
  if (!isArray(source)) return source;
  const [only = null, ...others] = source;
  if (source.length !== 1 || others.length > 0) return source;
  if (isArray(only)) return unpacked(only);
  return isTagged(only) && (only.kind === 'page' || only.kind === 'set') ? only : source;
}

function checkResolved(values: readonly Data[], at: Position, context: Context): void {
  const errors = values.flatMap((value) =>
    isTagged(value) && value.kind === 'unresolved-ref' ? undefinedRef(at, value, context.version).errors : [],
  );
  if (errors.length > 0) throw new QueryFailure(errors);
}

/** One value out of all elements (spec 4.11): of an array or a set the value, of a page a page that holds it. */
import { ADD, combine, type FqlNumber } from './number/arithmetic.ts';
import { any, iterable, lambda } from './casts.ts';
import { applyLambda } from '../eval/evaluate.ts';
import { compareValues } from '../sets/value-order.ts';
import { elementsOf, type Source } from './elements.ts';
import { expected } from '../eval/argument-errors.ts';
import { form, type Form } from './form.ts';
import { invalidArgument } from '../eval/failure.ts';
import { isArray, type Data } from '../data/data.ts';
import { Page } from '../data/page.ts';
import type { Position } from '../data/position.ts';

export const aggregateForms: readonly Form[] = [
  // Of equal numbers `max` takes the later and `min` the first.
  aggregate('max', (elements, at, isSet) => extreme(elements, (order) => order >= 0, at, isSet)),
  aggregate('min', (elements, at, isSet) => extreme(elements, (order) => order < 0, at, isSet)),
  aggregate('count', (elements) => {
    let count = 0n;
    for (const _ of elements) count++;
    return count;
  }),
  aggregate('sum', (elements, at) => sum(elements, at).total),
  aggregate('mean', (elements, at, isSet) => {
    const { total, count } = sum(elements, at);
    if (count === 0) throw nothingThere(at, isSet);
    return Number(total) / count;
  }),
  // All elements are looked at, so that a wrong one behind the answer is told.
  aggregate('any', (elements, at) => booleans(elements, at).includes(true)),
  aggregate('all', (elements, at) => !booleans(elements, at).includes(false)),
  aggregate('is_empty', (elements) => isEmpty(elements)),
  aggregate('is_nonempty', (elements) => !isEmpty(elements)),
  form({
    params: { reduce: lambda, initial: any, collection: iterable },
    run: ({ reduce, initial, collection }, context, position) => {
      let result = initial;
      for (const element of elementsOf(collection, context, position.at('collection')))
        result = applyLambda(reduce, [result, element], position.at('reduce'), context);
      return likeSource(collection, result);
    },
  }),
];

function aggregate(
  name: string,
  compute: (elements: Iterable<Data>, position: Position, isSet: boolean) => Data,
): Form {
  return form({
    params: { [name]: iterable },
    run: ({ [name]: source = [] }, context, position) => {
      const at = position.at(name);
      const isSet = !isArray(source) && source.kind === 'set';
      const result = compute(elementsOf(source, context, at), at, isSet);
      return name.startsWith('is_') ? result : likeSource(source, result);
    },
  });
}

function likeSource(source: Source, result: Data): Data {
  return !isArray(source) && source.kind === 'page' ? new Page([result], undefined, undefined) : result;
}

function extreme(
  elements: Iterable<Data>,
  replaces: (order: number) => boolean,
  position: Position,
  isSet: boolean,
): Data {
  let best: Data | undefined;
  for (const element of unpacked(elements))
    if (best === undefined || replaces(compareValues(element, best))) best = element;
  if (best === undefined) throw nothingThere(position, isSet);
  return best;
}

/** An array in which there is only one array means that one. */
function unpacked(elements: Iterable<Data>): Iterable<Data> {
  if (!Array.isArray(elements) || elements.length !== 1) return elements;
  const [only = null]: readonly Data[] = elements;
  return isArray(only) ? only : elements;
}

function sum(
  elements: Iterable<Data>,
  position: Position,
): { readonly total: FqlNumber; readonly count: number } {
  let total: FqlNumber = 0n;
  let count = 0;
  for (const element of elements) {
    if (typeof element !== 'bigint' && typeof element !== 'number')
      throw expected(position, ['Number'], element);
    total = combine(total, element, ADD);
    count++;
  }
  return { total, count };
}

function booleans(elements: Iterable<Data>, position: Position): boolean[] {
  return [...elements].map((element) => {
    if (typeof element !== 'boolean') throw expected(position, ['Boolean'], element);
    return element;
  });
}

function isEmpty(elements: Iterable<Data>): boolean {
  for (const _ of elements) return false;
  return true;
}

function nothingThere(position: Position, isSet: boolean): Error {
  return invalidArgument(position, `Non-empty ${isSet ? 'set' : 'array'} expected.`);
}

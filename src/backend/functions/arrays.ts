/** Arrays and pages (spec 4.11). What works on sets too is in `sets.ts` and `aggregates.ts`. */
import { any, array, integer, lambda, required, zeroOrMore } from './casts.ts';
import { applyLambda } from '../eval/evaluate.ts';
import { expected } from '../eval/argument-errors.ts';
import { form, type Form, type Param } from './form.ts';
import { isArray, isTagged, type Data } from '../data/data.ts';
import { iterable } from './casts.ts';
import { Page } from '../data/page.ts';

/** Of what else cannot be mapped a set is refused by another text. */
const mappable: Param<readonly Data[] | Page> = required((value, position, context) => {
  const source = iterable.cast(value, position, context);
  if (isArray(source) || source.kind === 'page') return source;
  throw expected(position, ['Array or Page'], source);
});

const arrayOrPage: Param<readonly Data[] | Page> = required((value, position) => {
  if (isArray(value) || (isTagged(value) && value.kind === 'page')) return value;
  throw expected(position, ['Array or Page'], value);
});

export const arrayForms: readonly Form[] = [
  form({
    params: { map: lambda, collection: mappable },
    run: ({ map, collection }, context, position) => {
      const source = isArray(collection) ? collection : collection.data;
      const results = source.map((element) => applyLambda(map, element, position.at('map'), context));
      return isArray(collection) ? results : collection.mapped(results);
    },
  }),
  form({
    params: { foreach: lambda, collection: mappable },
    run: ({ foreach, collection }, context, position) => {
      for (const element of isArray(collection) ? collection : collection.data)
        applyLambda(foreach, element, position.at('foreach'), context);
      return collection;
    },
  }),
  form({
    params: { prepend: zeroOrMore(any), collection: array },
    run: ({ prepend, collection }) => [...prepend, ...collection],
  }),
  form({
    params: { append: zeroOrMore(any), collection: array },
    run: ({ append, collection }) => [...collection, ...append],
  }),
  form({
    params: { take: integer, collection: arrayOrPage },
    run: ({ take, collection }) => {
      if (isArray(collection)) return collection.slice(0, places(take, collection));
      const { data, before, after, unmapped } = collection;
      const end = places(take, data);
      // Where the page now ends, the next one begins.
      return new Page(data.slice(0, end), before, unmapped[end] ?? after, unmapped.slice(0, end));
    },
  }),
  form({
    params: { drop: integer, collection: arrayOrPage },
    run: ({ drop, collection }) => {
      if (isArray(collection)) return collection.slice(places(drop, collection));
      const { data, before, after, unmapped } = collection;
      const start = places(drop, data);
      const first = start > 0 ? unmapped[start] : undefined;
      return new Page(data.slice(start), first ?? before, after, unmapped.slice(start));
    },
  }),
];

/** A number of elements: none for negative ones, all for more than there are. */
function places(number: bigint, { length }: readonly Data[]): number {
  if (number <= 0n) return 0;
  return number > BigInt(length) ? length : Number(number);
}

/** Arrays and pages, element by element (spec 4.11). */
import { any, array, iterable, lambda, required, zeroOrMore } from './casts.ts';
import { applyLambda } from '../eval/evaluate.ts';
import { expected } from '../eval/argument-errors.ts';
import { form, type Form, type Param } from './form.ts';
import { isArray, type Data } from '../data/data.ts';
import type { Page } from '../data/page.ts';

/** Of what else cannot be mapped a set is refused by another text. */
const mappable: Param<readonly Data[] | Page> = required((value, position, context) => {
  const source = iterable.cast(value, position, context);
  if (isArray(source) || source.kind === 'page') return source;
  throw expected(position, ['Array or Page'], source);
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
];

/** Comparison over the order of all values (spec 4.11, Order of values): each value with the next. */
import { any, oneOrMore } from './casts.ts';
import { compareValues } from '../sets/value-order.ts';
import { form, type Form } from './form.ts';
import { isTagged } from '../data/data.ts';
import { QueryFailure } from '../eval/failure.ts';
import { undefinedRef } from '../eval/argument-errors.ts';

export const comparisonForms: readonly Form[] = [
  comparing('lt', (order) => order < 0),
  comparing('lte', (order) => order <= 0),
  comparing('gt', (order) => order > 0),
  comparing('gte', (order) => order >= 0),
];

function comparing(name: string, holds: (order: number) => boolean): Form {
  return form({
    params: { [name]: oneOrMore(any) },
    run: ({ [name]: values = [] }, { version }, position) => {
      // What has no place in the order is told of the whole argument, not of the element.
      const errors = values.flatMap((value) =>
        isTagged(value) && value.kind === 'unresolved-ref'
          ? undefinedRef(position.at(name), value, version).errors
          : [],
      );
      if (errors.length > 0) throw new QueryFailure(errors);
      return values.every((value, index) => {
        const next = values[index + 1];
        return next === undefined || holds(compareValues(value, next));
      });
    },
  });
}

/** Comparison, reading of containers, `abort` (spec 4.2). What is syntax of its own is in `parse/special-forms.ts`. */
import { any, boolean, lambda, oneOrMore, optional, path, string } from './casts.ts';
import { atLeast } from '../eval/version.ts';
import { containsElement } from '../sets/contains-element.ts';
import { containsValue } from '../eval/contains-value.ts';
import { equal } from '../eval/equal.ts';
import { expected } from '../eval/argument-errors.ts';
import { failure } from '../eval/failure.ts';
import { form, type Form } from './form.ts';
import { isArray, isTagged, type Data } from '../data/data.ts';
import { READ } from '../eval/effect.ts';
import { select } from '../eval/select.ts';
import { valueAtPath } from '../eval/value-at-path.ts';
import type { Context } from '../eval/context.ts';

export const basicForms: readonly Form[] = [
  form({
    params: { abort: string },
    run: ({ abort }, _context, position) => {
      throw failure(position, 'transaction aborted', abort);
    },
  }),
  form({ params: { query: lambda }, run: ({ query }) => query }),
  form({
    params: { equals: oneOrMore(any) },
    run: ({ equals: [first = null, ...rest] }, context) => rest.every((other) => same(first, other, context)),
  }),
  form({ params: { not: boolean }, run: ({ not }) => !not }),
  form({
    params: { and: oneOrMore(boolean) },
    until: '3',
    run: ({ and }) => and.every((item) => item),
  }),
  form({
    params: { or: oneOrMore(boolean) },
    until: '3',
    run: ({ or }) => or.some((item) => item),
  }),

  form({
    params: { contains: path, in: any },
    run: (args, context) => valueAtPath(args.in, args.contains, false, context) !== undefined,
  }),
  form({
    params: { contains_path: path, in: any },
    since: '3',
    run: (args, context) => valueAtPath(args.in, args.contains_path, false, context) !== undefined,
  }),
  form({
    params: { contains_field: string, in: any },
    since: '3',
    run: (args, context, position) => {
      if (isArray(args.in)) throw expected(position.at('in'), ['Object'], args.in);
      return valueAtPath(args.in, [args.contains_field], false, context) !== undefined;
    },
  }),
  form({
    params: { contains_value: any, in: any },
    since: '3',
    effect: READ,
    run: ({ contains_value: value, in: container }, context, position) =>
      isTagged(container) && container.kind === 'set'
        ? containsElement(container, value, context, position)
        : containsValue(value, container, context, position),
  }),

  form({
    params: { select: path, from: any, all: optional(boolean), default: optional(any) },
    until: '3',
    run: (args, context, position) =>
      select(args.select, args.from, args.all ?? false, () => args.default, position.at('from'), context),
  }),
  form({
    params: { select_all: path, from: any, default: optional(any) },
    until: '3',
    run: (args, context, position) =>
      select(args.select_all, args.from, true, () => args.default, position.at('from'), context),
  }),
  form({
    params: { select_as_index: path, from: any, default: optional(any) },
    until: '3',
    run: (args, context, position) =>
      select(args.select_as_index, args.from, true, () => args.default, position.at('from'), context),
  }),
];

/** `equals` at its top: numbers by value as Java compares doubles, actions by their exact text from version 5 on. */
function same(a: Data, b: Data, { version }: Context): boolean {
  if (isNumber(a) && isNumber(b)) {
    if (typeof a === 'bigint' && typeof b === 'bigint') return a === b;
    return Object.is(Number(a), Number(b));
  }
  if (atLeast(version, '5')) {
    if (isTagged(a) && a.kind === 'action' && typeof b === 'string') return a.action === b;
    if (isTagged(b) && b.kind === 'action' && typeof a === 'string') return b.action === a;
  }
  return equal(a, b);
}

function isNumber(value: Data): value is bigint | number {
  return typeof value === 'bigint' || typeof value === 'number';
}

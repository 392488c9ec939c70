import { withCopies } from './copies.ts';
import { build, type Value } from '../../../value/index.ts';
import type { ExpressionTraits } from '../expression/traits.ts';

/**
 * The set that a printed function call stands for, from its arguments in printed order. The driver prints the members of
 * a set without their names, so some calls fit more than one set. `undefined`: no set that the database has (spec/backend
 * 2.7 lists them).
 */
export function setOf(name: string, args: readonly Value[], style: MatchStyle): Value | undefined {
  const set = anySet(name, args, style);
  const ways = set?.kind === 'oneOf' ? set.options.length : 1;
  return set === undefined ? undefined : withCopies(set, ways, args);
}

function anySet(name: string, args: readonly Value[], style: MatchStyle): Value | undefined {
  const [first, second, third] = args;
  if (name === 'Match') return matchSet(args, style);
  if (args.length > 3 && !isVariadic(name)) return undefined;
  switch (name) {
    case 'Union':
    case 'Intersection':
    case 'Difference':
      return combination(name.toLowerCase(), args);
    case 'Distinct':
    case 'Reverse':
    case 'Documents':
    case 'Singleton':
    case 'Events':
      if (first === undefined || second !== undefined) return undefined;
      return build.set({ [name.toLowerCase()]: first });
    case 'Join':
      if (first === undefined || second === undefined || third !== undefined) return undefined;
      return build.set({ join: first, with: second });
    case 'Filter':
      if (first === undefined || second === undefined || third !== undefined) return undefined;
      return build.set({ filter: second, collection: first });
    case 'Range':
      return first === undefined ? undefined : range(first, second, third);
    default:
      return undefined;
  }
}

/**
 * How terms print: `plain`: as they are; `match`: as they are, but nothing for what JavaScript takes for none; `match-spread`: each
 * as an argument of its own.
 */
export type MatchStyle = 'plain' | 'match' | 'match-spread';

export function matchStyle({ forms }: ExpressionTraits): MatchStyle {
  return forms.find((form) => form === 'match' || form === 'match-spread') ?? 'plain';
}

function matchSet(args: readonly Value[], style: MatchStyle): Value | undefined {
  const [index, ...terms] = args;
  const [only, ...more] = terms;
  if (index === undefined) return undefined;
  if (only === undefined) return style === 'plain' ? build.set({ match: index }) : withoutTerms(index);
  if (style === 'match-spread') return build.set({ match: index, terms: build.arr(terms) });
  return more.length === 0 ? build.set({ match: index, terms: only }) : undefined;
}

/** Whether a call of this function is a set, whatever its arguments are. */
export function isSetFunction(name: string): boolean {
  return SET_FUNCTIONS.has(name);
}

const SET_FUNCTIONS: ReadonlySet<string> = new Set([
  'Match',
  'Union',
  'Intersection',
  'Difference',
  'Distinct',
  'Reverse',
  'Documents',
  'Singleton',
  'Events',
  'Join',
  'Filter',
  'Range',
]);

function isVariadic(name: string): boolean {
  return name === 'Union' || name === 'Intersection' || name === 'Difference';
}

/** No terms, and every term that JavaScript takes for none: `expr['terms'] || []` (faunadb 4.8.2, src/Expr.js). */
function withoutTerms(match: Value): Value {
  const none = [build.arr([]), build.str(''), build.num(0), build.num(-0), build.bool(false), build.nul];
  return build.oneOf([build.set({ match }), ...none.map((terms) => build.set({ match, terms }))]);
}

/** The database writes a single member without its array; the driver prints an array without brackets. */
function combination(operator: string, args: readonly Value[]): Value {
  const [only, ...more] = args;
  const inArray = build.set({ [operator]: build.arr(args) });
  return only !== undefined && more.length === 0
    ? build.oneOf([build.set({ [operator]: only }), inArray])
    : inArray;
}

function range(set: Value, from: Value | undefined, to: Value | undefined): Value {
  if (from === undefined) return build.set({ range: set });
  if (to !== undefined) return build.set({ range: set, from, to });
  return build.oneOf([build.set({ range: set, from }), build.set({ range: set, to: from })]);
}

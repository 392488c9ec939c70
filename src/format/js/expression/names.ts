/** Functions whose array arguments the driver writes without brackets, and spellings of function names (src/Expr.js). */
const FEW =
  'Do Call Union Intersection Difference Equals Add Multiply Subtract Divide Modulo LT LTE GT GTE And Or';

/** faunadb 2.1.0 to 2.5.2. */
export const SPREADING_FEW: ReadonlySet<string> = new Set(FEW.split(' '));

/** faunadb 2.7.0 and later. */
export const SPREADING: ReadonlySet<string> = new Set([
  ...SPREADING_FEW,
  'BitAnd',
  'BitOr',
  'BitXor',
  'Max',
  'Min',
]);

/** faunadb 2.6.0 and 2.6.1. */
export const SPREADING_MANY: ReadonlySet<string> = new Set([...SPREADING, 'Round', 'Trunc', 'Hypot', 'Pow']);

/** Wire names whose spelling is not made of their words, in every release from 2.1.0 on. */
export const SPELLED_FEW: ReadonlyMap<string, string> = new Map([
  ['is_nonempty', 'is_non_empty'],
  ['lt', 'LT'],
  ['lte', 'LTE'],
  ['gt', 'GT'],
  ['gte', 'GTE'],
]);

/** Those of faunadb 2.14.2, but `containsstr`, which 3.0.0 has as a form of its own and 4.0.0 to 4.4.1 not at all. */
export const SPELLED: ReadonlyMap<string, string> = new Map([
  ...SPELLED_FEW,
  ['containsstrregex', 'ContainsStrRegex'],
  ['endswith', 'EndsWith'],
  ['findstr', 'FindStr'],
  ['findstrregex', 'FindStrRegex'],
  ['lowercase', 'LowerCase'],
  ['ltrim', 'LTrim'],
  ['regexescape', 'RegexEscape'],
  ['replacestr', 'ReplaceStr'],
  ['replacestrregex', 'ReplaceStrRegex'],
  ['rtrim', 'RTrim'],
  ['startswith', 'StartsWith'],
  ['substring', 'SubString'],
  ['titlecase', 'TitleCase'],
  ['uppercase', 'UpperCase'],
]);

/** Those of the newest release. */
export const SPELLED_ALL: ReadonlyMap<string, string> = new Map([
  ...SPELLED,
  ['containsstr', 'ContainsStr'],
  ['ngram', 'NGram'],
]);

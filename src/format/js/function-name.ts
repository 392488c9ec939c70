/** Functions whose array arguments the driver writes without brackets (faunadb 4.8.2, src/Expr.js). */
export const SPREADING: ReadonlySet<string> = new Set([
  'Do',
  'Call',
  'Union',
  'Intersection',
  'Difference',
  'Equals',
  'Add',
  'BitAnd',
  'BitOr',
  'BitXor',
  'Divide',
  'Max',
  'Min',
  'Modulo',
  'Multiply',
  'Subtract',
  'LT',
  'LTE',
  'GT',
  'GTE',
  'And',
  'Or',
]);

/** Wire names without underscores between their words, with the spelling that the driver gives them. */
const SPELLED: ReadonlyMap<string, string> = new Map([
  ['containsstr', 'ContainsStr'],
  ['containsstrregex', 'ContainsStrRegex'],
  ['endswith', 'EndsWith'],
  ['findstr', 'FindStr'],
  ['findstrregex', 'FindStrRegex'],
  ['gt', 'GT'],
  ['gte', 'GTE'],
  ['is_nonempty', 'is_non_empty'],
  ['lowercase', 'LowerCase'],
  ['lt', 'LT'],
  ['lte', 'LTE'],
  ['ltrim', 'LTrim'],
  ['ngram', 'NGram'],
  ['regexescape', 'RegexEscape'],
  ['replacestr', 'ReplaceStr'],
  ['replacestrregex', 'ReplaceStrRegex'],
  ['rtrim', 'RTrim'],
  ['startswith', 'StartsWith'],
  ['substring', 'SubString'],
  ['titlecase', 'TitleCase'],
  ['uppercase', 'UpperCase'],
]);

/**
 * The function name that the driver prints for a wire name: `has_current_identity` is `HasCurrentIdentity`.
 * @throws TypeError as the driver does for no name and for names of `Object.prototype`, which its table inherits.
 */
export function functionName(wireName: string | undefined): string {
  if (wireName === undefined) throw new TypeError("Cannot read properties of undefined (reading 'split')");
  if (wireName in Object.prototype) throw new TypeError('fn.split is not a function');
  return (SPELLED.get(wireName) ?? wireName)
    .split('_')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}

/** How one release prints FQL expressions (src/Expr.js). */
export interface ExpressionTraits {
  /** `raw`: in quotes, nothing escaped; `json`: as JSON strings. */
  readonly strings: 'raw' | 'json';
  /** Whether booleans and null print; they threw before 2.5.1. */
  readonly literals: boolean;
  /** Whether refs, times and so on print; before 2.8.1 they are `undefined`, or throw where literals do. */
  readonly values: boolean;
  /** Whether user objects with a true `_isFaunaExpr` are taken for expressions. */
  readonly marked: boolean;
  /** Functions whose array arguments stand without brackets. */
  readonly spreading: ReadonlySet<string>;
  /** Whether that list is searched with `Array.prototype.includes`, which Node.js 4 does not have. */
  readonly spreadsBy: 'includes' | 'indexOf';
  /** Spelling of wire names that is not made of their words. */
  readonly spelled: ReadonlyMap<string, string>;
  /** Expressions that do not print as first key and all values, in the order in which the driver looks for them. */
  readonly forms: readonly FormName[];
  /** Whether the arguments of what has `filter`, `map` or `foreach` are turned round. */
  readonly reverses: boolean;
  /** Whether a single argument null is left out. */
  readonly skipsNull: boolean;
  /** Keys of `{a: 1}`: bare, or in quotes; never escaped. */
  readonly keys: 'bare' | 'quoted';
}

/**
 * A form of its own, by the key that calls for it. `object-first`: `object` only as the first key; `match-spread`: terms as
 * further arguments; `match`: terms in brackets.
 */
export type FormName =
  | 'object-first'
  | 'object'
  | 'match-spread'
  | 'match'
  | 'paginate'
  | 'let'
  | 'merge'
  | 'lambda'
  | 'select'
  | 'contains_path'
  | 'contains_field'
  | 'contains_value'
  | 'containsstr'
  | 'filter'
  | 'map'
  | 'foreach'
  | 'if'
  | 'call'
  | 'databases'
  | 'collections'
  | 'documents';

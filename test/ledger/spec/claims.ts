/** What the specification's tables of section 13 say, as data: a cell is a list of claims, and no claim means "L", lossless. */
export type Claim =
  /** "X": the text of this value determines only a part of it. */
  | { readonly lossy: string }
  /** "A": these two values have one text. */
  | { readonly pair: readonly [string, string] }
  /** The driver cannot decode the value, or not print it. */
  | { readonly fails: string; readonly where: 'decode' | 'print' }
  /** "L apart from strings": pairs come of strings and keys that hold what is structure elsewhere. */
  | { readonly apartFrom: 'strings' };

/** A format's column: the claims of each kind that the table has. Values are wire JSON of API 2.7 and later. */
export interface Column {
  readonly format: string;
  readonly section: '13.1' | '13.2' | '13.3' | '13.5' | '17';
  /** The cells say all that there is to be said of their kinds: what the ledger finds beyond it is a disagreement. */
  readonly isWhole?: true;
  /**
   * `top`: "raw at top level", a string by itself is printed bare, so that every value by itself is like its text.
   * `everywhere`: "A with every kind", strings are bare words inside containers too.
   */
  readonly bareStrings?: 'top' | 'everywhere';
  readonly cells: Readonly<Record<string, readonly Claim[]>>;
}

export const lossy = (value: string): Claim => ({ lossy: value });
export const pair = (left: string, right: string): Claim => ({ pair: [left, right] });
export const fails = (where: 'decode' | 'print', value: string): Claim => ({ fails: value, where });

export const apartFromStrings: Claim = { apartFrom: 'strings' };

export const L: readonly Claim[] = [];

/** Where v2.12.1 and v3.0.0, whose values have `String` methods, differ. */
export interface QuotedTraits {
  /** `always`: doubles print as `1E+00` (`FormatFloat(…, 'E', …)`); `large`: as `1` and `1E+06` (`'G'`). */
  readonly exponent: 'always' | 'large';
}

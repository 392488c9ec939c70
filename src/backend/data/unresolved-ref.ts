/** A ref as it was given, when a name in it does not resolve (spec 2.4, Input). Renders back as given. */
export class UnresolvedRef {
  readonly kind = 'unresolved-ref';
  readonly given: GivenRef;
  /** What an `invalid ref` error names: the outermost name that does not resolve. */
  readonly missing: MissingName;
  constructor(given: GivenRef, missing: MissingName) {
    this.given = given;
    this.missing = missing;
  }
}

/** The parts of a written ref. `{ id: 'tokens' }` alone is a native collection. */
export interface GivenRef {
  readonly id: string;
  readonly collection?: GivenRef | undefined;
  readonly database?: GivenRef | undefined;
}

/** `Ref refers to undefined <type> '<name>'`. */
export interface MissingName {
  readonly type: 'database' | 'collection' | 'index' | 'function' | 'role' | 'key' | 'access_provider';
  readonly name: string;
}

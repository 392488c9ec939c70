import type { ApiVersion } from '../core.ts';
import type { Scope } from '../eval/scope.ts';
import type { Expression } from '../parse/expression.ts';

/** A function value (`@query`), with the variables that it captured. */
export class Lambda {
  readonly kind = 'lambda';
  /** The version that its body was parsed with and that it renders with (spec 2.6). */
  readonly version: ApiVersion;
  readonly pattern: Pattern;
  readonly body: Expression;
  /** The free names of the body, in the order in which a rendering binds them. */
  readonly free: readonly string[];
  /** What the free names mean. */
  readonly captured: Scope | undefined;

  constructor(
    version: ApiVersion,
    pattern: Pattern,
    body: Expression,
    free: readonly string[],
    captured: Scope | undefined,
  ) {
    this.version = version;
    this.pattern = pattern;
    this.body = body;
    this.free = free;
    this.captured = captured;
  }
}

/** A name (`_` binds nothing), or names for the elements of an array argument. */
export type Pattern = string | readonly string[];

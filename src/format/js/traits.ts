/**
 * What distinguishes the texts of two releases of the driver. An id of this family is such a set of traits (`ids`), read
 * off the `src/values.js`, `src/Expr.js`, `src/_json.js` and `src/errors.js` of the releases, and held against their prints.
 */
import type { Generation } from '../../value/index.ts';
import type { ExpressionTraits } from './expression/traits.ts';

export interface Traits {
  readonly id: string;
  readonly generation: Generation;
  /** Whether `@bytes` is decoded; if not, it stays an object with that key. */
  readonly decodesBytes: boolean;
  /** Whether `@query` is decoded; if not, it stays an object with that key. */
  readonly decodesQueries: boolean;
  /**
   * Which classes print themselves: `method`: all but dates and times, through a method `inspect` that Node.js 10 is the last to
   * call; `symbol`: all, through `util.inspect.custom` too.
   */
  readonly hooks: 'method' | 'symbol';
  readonly refs: RefTraits;
  /** `json`: `SetRef({"match":…})`; `console`: `SetRef({ match: … })`; `call`: `Match(…)`. */
  readonly sets: 'json' | 'console' | 'call';
  /** `coerced`: every query is `Query("[object Object]")`; absent: queries are not decoded. */
  readonly queries?: 'coerced' | 'call';
  /** How FQL prints inside sets and queries; absent: it never does. */
  readonly expressions?: ExpressionTraits;
  readonly errors: ErrorTraits;
}

export type RefTraits =
  | { readonly style: 'path' | 'members' }
  | {
      readonly style: 'call';
      /** Functions that print the children of native collections, by the id of the collection. */
      readonly named: Readonly<Record<string, string>>;
      /** Whether only children of *native* collections print so, rather than those of any collection of that name. */
      readonly checksNative: boolean;
      /**
       * Where the database of a ref that has no `Class("…")` of its own goes: `moved`: a document's stands inside its native
       * collection, and a native collection with one cannot be printed; `kept`: it is printed of native collections only.
       */
      readonly databases: 'moved' | 'kept';
      /** Whether the native collection `access_providers` has a spelling of its own. */
      readonly spellsProviders: boolean;
    };

/** Classes of error answers, and what the driver adds to them. */
export interface ErrorTraits {
  /** Whether 429 has a class of its own. */
  readonly tooManyRequests: boolean;
  /** Whether a refused secret gets a hint. */
  readonly hint: boolean;
}

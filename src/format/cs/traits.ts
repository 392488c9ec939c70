import type { Culture } from './culture.ts';

/** What is special in the `NameV(…)` texts of one id and runtime. */
export interface Traits {
  /** The bare id: what is known of a set or query is this format's text, whatever the runtime. */
  readonly id: string;
  readonly culture: Culture;
  /** Significant digits of doubles: the shortest that tell the double (.NET Core 3.0 and later), or 15 (before it). */
  readonly digits: 'shortest' | 15;
  readonly ref: 'path' | 'class' | 'collection';
  /** `iso`: times are `FaunaTime(…)`; `date`: they print under the name FaunaDate, to the second. */
  readonly time: 'iso' | 'date';
  /** Arrays print their items; before 1.1.0 the name of an enumerator. */
  readonly arrays: boolean;
  /** Bytes are decoded. */
  readonly bytes: boolean;
  /** The type that holds the parameters of a set. */
  readonly setText: string;
  /** `tag`: queries are not decoded; `body`: they print as `UObject(…)`; `name`: as the name of a type. */
  readonly query: 'tag' | 'body' | 'name';
  /** Keys that the decoder takes for a tag when they come first, even in `@obj`. */
  readonly tags: ReadonlySet<string>;
}

/** What `List<Value>.Enumerator` prints, for every array (spec 10.c.2). */
export const ARRAY_TEXT = 'System.Collections.Generic.List`1+Enumerator[FaunaDB.Types.Value]';
export const SET_TEXT = 'System.Collections.Generic.Dictionary`2[System.String,FaunaDB.Types.Value]';
export const QUERY_TEXT = 'System.Collections.Generic.Dictionary`2[System.String,FaunaDB.Query.Expr]';

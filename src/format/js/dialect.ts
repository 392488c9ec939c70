import { TRAITS, type Profile } from './layout/profile.ts';
import type { Traits } from './traits.ts';

/** What decides a text: a release of the driver, the Node.js that runs it, and what is asked of that. */
export interface Dialect {
  readonly traits: Traits;
  readonly profile: Profile;
  /**
   * Levels below the outermost container that `util.inspect(value, { depth })` prints, where it is that which writes values, as
   * in Fauna Shell: a string on its own stands in quotes, too. Absent: `console.log(value)`, two levels.
   */
  readonly inspectedTo?: number;
}

/** Levels of containers that are printed below the outermost one. */
export function depthOf({ inspectedTo }: Dialect): number {
  return inspectedTo ?? DEPTH;
}
const DEPTH = 2;

/** The same where a class of the driver calls `util.inspect` itself: nobody tells it how deep to go. */
export function calledAnew(dialect: Dialect): Dialect {
  return { traits: dialect.traits, profile: dialect.profile };
}

/** Classes of the driver whose values stand in an answer. */
export type ClassName = 'Ref' | 'SetRef' | 'FaunaTime' | 'FaunaDate' | 'Bytes' | 'Query';

/** Node.js releases that call a method `inspect` (spec 4.c.1). */
const CALLS_METHOD: ReadonlySet<Profile> = new Set(['n4', 'n6', 'n8', 'n10']);

/** Whether values of a class print themselves; the others are printed as objects, `Ref { value: … }`. */
export function printsItself(name: ClassName, { traits, profile }: Dialect): boolean {
  if (traits.hooks === 'symbol') return true;
  return CALLS_METHOD.has(profile) && name !== 'FaunaTime' && name !== 'FaunaDate';
}

/** Whether Node.js indents the further lines of what an object prints of itself inside containers. */
export function indentsOwnText({ profile }: Dialect): boolean {
  return !CALLS_METHOD.has(profile) && profile !== 'n11';
}

/** Whether a lone surrogate comes out as U+FFFD, being written raw by Node.js and not being UTF-8. */
export function losesSurrogates({ profile }: Dialect): boolean {
  return TRAITS[profile].surrogates === 'raw';
}

/** Whether `JSON.stringify` escapes lone surrogates (V8 7.2, Node.js 12). */
export function hasWellFormedJson({ profile }: Dialect): boolean {
  return !CALLS_METHOD.has(profile) && profile !== 'n11';
}

import type { Dialect } from '../js/dialect.ts';
import { IDS } from '../js/ids.ts';
import type { Profile } from '../js/layout/profile.ts';
import type { Traits } from '../js/traits.ts';

/** Levels that `util.inspect(result, { depth: null })` prints, as the shell calls it from 0.3.0 on (src/commands/shell.js). */
export const ALL_LEVELS = Number.POSITIVE_INFINITY;
/** Levels that the prompt of Node.js itself prints below the outermost one. */
export const PROMPT_LEVELS = 2;

/** The JavaScript driver of some release beneath the shell, on a Node.js. */
export function driverOn(id: string, profile: Profile): Dialect {
  return { traits: traitsOf(id), profile };
}

/** What the releases of an id of the JavaScript driver have in common. */
export function traitsOf(id: string): Traits {
  const traits = IDS.find((one) => one.id === id);
  if (traits === undefined) throw new Error(`The JavaScript driver has no format ${id}.`);
  return traits;
}

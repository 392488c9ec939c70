/**
 * A cheap look at a text's shape before fifty readers see it. A print is a word or two (a number, a date, a path), or it
 * begins and ends with structure; a line of a log is seldom either. It may let anything pass, and never holds back what a
 * format reads as more than a raw string.
 */

/** Dates and times with their zones, and numbers, are no longer; paths are, but have no blanks. */
const SHORT = 40;

/** Structure at the start: a bracket, a quote, an object of Go or Ruby, or a name before a bracket. */
const BEGINS = /^(?:[{["'`&#<]|u['"]|[A-Za-z][^({[]*[({[]|HTTP\/)/;
const ENDS = /(?:[}\])>"'`]|more characters?)$/;

/** A path, `classes/users/1`: names of old databases could hold anything. */
const PATH = /^[a-z_]+\/\S/;

/** Whether a format may read the text as more than a raw string, as far as its shape tells. */
export function mayBePrint(text: string): boolean {
  const start = text.search(/\S/);
  if (start === -1) return false;
  const core = text.slice(start).trimEnd();
  if (PATH.test(core)) return true;
  return BEGINS.test(core) ? ENDS.test(core) : core.length <= SHORT || !/\s/.test(core);
}

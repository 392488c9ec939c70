/**
 * Reading texts that are ambiguous because nothing in them is escaped. A grammar is built from rules; a rule says where a
 * phrase that starts at a place may end (lazily, likeliest first, each end once) and which values a stretch of text can
 * stand for. Recursive rules are `remembered`: their ends are kept per place, so dead ends are explored once and the work is
 * polynomial; values are made only for stretches that are known to fit. `readAll` turns a grammar into the readings of a whole text.
 */
import type { Scan } from './scan.ts';

export interface Rule<T> {
  /** Whether a phrase can begin here at all: a cheap first look, which spares the rest. Absent: nothing is known. */
  starts?(scan: Scan, at: number): boolean;
  /** Where a phrase that starts at `at` may end: likeliest first, each end once. */
  ends(scan: Scan, at: number): Iterable<number>;
  /** Whether a phrase may reach from `at` to exactly `end`. */
  reaches(scan: Scan, at: number, end: number): boolean;
  /** What the stretch from `at` to `end` may stand for, likeliest first. */
  values(scan: Scan, at: number, end: number): Iterable<T>;
}

/** A rule that looks for its ends once at each place: for the rules of which a grammar's recursion is made. */
export function remembered<T>(rule: Rule<T>): Rule<T> {
  return {
    ...rule,
    ends: (scan, at) =>
      rule.starts?.(scan, at) === false ? [] : scan.ends(rule, at, () => rule.ends(scan, at)),
  };
}

/** A rule that is defined later: the knot of a recursive grammar. */
export function later<T>(rule: () => Rule<T>): Rule<T> {
  return {
    ends: (scan, at) => rule().ends(scan, at),
    reaches: (scan, at, end) => rule().reaches(scan, at, end),
    values: (scan, at, end) => rule().values(scan, at, end),
  };
}

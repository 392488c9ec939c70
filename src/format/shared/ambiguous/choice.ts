import type { Rule } from './rule.ts';

/** One of several rules, the likelier ones first. */
export function choice<T>(...rules: readonly Rule<T>[]): Rule<T> {
  return {
    *ends(scan, at) {
      for (const rule of rules) if (rule.starts?.(scan, at) !== false) yield* rule.ends(scan, at);
    },
    reaches: (scan, at, end) => rules.some((rule) => rule.reaches(scan, at, end)),
    *values(scan, at, end) {
      for (const rule of rules) if (rule.reaches(scan, at, end)) yield* rule.values(scan, at, end);
    },
  };
}

/** A rule or nothing at all. */
export function optional<T>(rule: Rule<T>): Rule<T | undefined> {
  const nothing: Rule<undefined> = {
    ends: (_scan, at) => [at],
    reaches: (_scan, at, end) => at === end,
    values: () => [undefined],
  };
  return choice<T | undefined>(rule, nothing);
}

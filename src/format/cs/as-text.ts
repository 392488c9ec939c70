import type { Rule } from '../shared/ambiguous/rule.ts';

/** What a rule takes, as the text that it is: the ways to read it are not told apart. */
export function asText(rule: Rule<unknown>): Rule<string> {
  return {
    ...rule,
    *values(scan, at, end) {
      yield scan.text.slice(at, end);
    },
  };
}

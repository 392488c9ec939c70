import { after } from './after.ts';
import { stretch } from './leaf.ts';
import type { Rule } from './rule.ts';

/** An unescaped key and the mark behind it, as Java, Scala and C# print it. */
export function keyRule(mark = ': '): Rule<string> {
  return stretch({
    expected: `a key and ${JSON.stringify(mark)}`,
    ends: (text, at) => after(text, at, mark),
    fits: (text, at, end) => end >= at + mark.length && text.startsWith(mark, end - mark.length),
    read: (text) => text.slice(0, -mark.length),
  });
}

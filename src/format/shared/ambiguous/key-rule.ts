import { after } from './after.ts';
import { stretch } from './leaf.ts';
import type { Rule } from './rule.ts';

/** An unescaped key and the `: ` behind it, as Java, Scala and C# print it. */
export function keyRule(): Rule<string> {
  return stretch({
    expected: 'a key and ": "',
    ends: (text, at) => after(text, at, ': '),
    fits: (text, at, end) => end >= at + 2 && text.startsWith(': ', end - 2),
    read: (text) => text.slice(0, -2),
  });
}

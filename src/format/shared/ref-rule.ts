import { build, type RefValue } from '../../value/index.ts';
import { after } from './ambiguous/after.ts';
import { optional } from './ambiguous/choice.ts';
import { stretch, word } from './ambiguous/leaf.ts';
import { later, remembered, type Rule } from './ambiguous/rule.ts';
import { sequence } from './ambiguous/sequence.ts';

/**
 * A ref as Java, Scala (`ref`) and C# (`RefV`) print it: `ref(id = "1", collection = ref(…), database = ref(…))`, with `class` before 2.7.
 * C# between 2.12.0 and 3.0.0 wrote `Ref(id="1", collection=Ref(…))`.
 */
export function refRule(
  name: 'ref' | 'RefV' | 'Ref',
  container: 'class' | 'collection' = 'collection',
  is: ' = ' | '=' = ' = ',
): Rule<RefValue> {
  const open = `${name}(id${is}"`;
  const next = [`, ${container}${is}${open}`, `, database${is}${open}`];
  const id: Rule<string> = stretch({
    expected: 'an id and its closing double quote',
    ends: (text, at, skipped) =>
      after(
        text,
        at,
        '"',
        (whole, end) => whole[end] === ')' || next.some((part) => whole.startsWith(part, end)),
        skipped,
      ),
    fits: (text, at, end) => end > at && text[end - 1] === '"',
    read: (text) => text.slice(0, -1),
  });
  const self: Rule<RefValue> = later(() => whole);
  const part = (member: string): Rule<RefValue | undefined> =>
    optional(sequence([word(`, ${member}${is}`), self], (_member, inner) => inner));
  const whole = remembered(
    sequence(
      [word(open), id, part(container), part('database'), word(')')],
      (_open, text, collection, database) => build.ref(text, collection, database),
    ),
  );
  return self;
}

import { Crash } from '../../eval/crash.ts';
import type { JavaPattern, Match } from './java-pattern.ts';

/** `Matcher.replaceAll`, or `replaceFirst`: `$1`, `${name}` and `\` in the replacement are Java's. */
export function replaceMatches(
  text: string,
  pattern: JavaPattern,
  replacement: string,
  firstOnly: boolean,
): string {
  const matches = pattern.find(text, 0, firstOnly ? 1 : Number.POSITIVE_INFINITY);
  let result = '';
  let from = 0;
  for (const match of matches) {
    result += text.slice(from, match.index) + expand(replacement, match, pattern);
    from = match.index + (match.groups[0] ?? '').length;
  }
  return result + text.slice(from);
}

function expand(replacement: string, match: Match, { names }: JavaPattern): string {
  let text = '';
  for (let at = 0; at < replacement.length; at++) {
    const character = replacement[at] ?? '';
    if (character === '\\') {
      at++;
      if (at === replacement.length)
        throw new Crash('java.lang.IllegalArgumentException: character to be escaped is missing');
      text += replacement[at] ?? '';
    } else if (character === '$') {
      const reference = groupAt(replacement, at + 1, match, names);
      text += match.groups[reference.group] ?? '';
      at = reference.end - 1;
    } else text += character;
  }
  return text;
}

function groupAt(
  replacement: string,
  at: number,
  { groups }: Match,
  names: ReadonlyMap<string, number>,
): { readonly group: number; readonly end: number } {
  if (at === replacement.length)
    throw new Crash('java.lang.IllegalArgumentException: Illegal group reference: group index is missing');
  const [braced, name = ''] = /^\{([A-Za-z][A-Za-z0-9]*)\}/.exec(replacement.slice(at)) ?? [];
  if (braced !== undefined) {
    const group = names.get(name);
    if (group === undefined)
      throw new Crash(`java.lang.IllegalArgumentException: No group with name {${name}}`);
    return { group, end: at + braced.length };
  }
  const isDigit = (index: number): boolean => /^\d$/.test(replacement[index] ?? '');
  if (!isDigit(at)) throw new Crash('java.lang.IllegalArgumentException: Illegal group reference');
  let group = Number(replacement[at]);
  if (group >= groups.length)
    throw new Crash(`java.lang.IndexOutOfBoundsException: No group ${String(group)}`);
  // As many digits as still name a group.
  let end = at + 1;
  while (isDigit(end) && group * 10 + Number(replacement[end]) < groups.length) {
    group = group * 10 + Number(replacement[end]);
    end++;
  }
  return { group, end };
}

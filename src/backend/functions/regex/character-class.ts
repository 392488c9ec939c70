import { charactersOf } from '../text/code-points.ts';
import { BadPattern, type Cursor } from './cursor.ts';
import { type Item, readEscape } from './escapes.ts';
import { code, type Flags, range, variants } from './flags.ts';

/** Reads a class of a Java pattern, its `[` taken already: unions, intersections and classes inside classes. */
export function readClass(cursor: Cursor, flags: Flags): string {
  const opening = cursor.take('^') ? '[^' : '[';
  const parts = [union(cursor, flags, true)];
  while (cursor.take('&&')) parts.push(union(cursor, flags, false));
  cursor.need(']');
  const [only = ''] = parts;
  return `${opening}${parts.length === 1 ? only : parts.map((part) => `[${part}]`).join('&&')}]`;
}

function union(cursor: Cursor, flags: Flags, isFirst: boolean): string {
  let source = '';
  for (;;) {
    if (flags.x) cursor.skipSpace(true);
    const next = cursor.peek();
    // A bracket that comes first stands for itself.
    if (next === ']' && !(isFirst && source === '')) return source;
    if (next === '&' && cursor.peek(1) === '&') return source;
    source += item(cursor, flags);
  }
}

function item(cursor: Cursor, flags: Flags): string {
  if (cursor.take('[')) return readClass(cursor, flags);
  if (cursor.take('\\Q'))
    return charactersOf(cursor.until('\\E'))
      .map((quoted) => single(quoted, flags))
      .join('');
  const start = character(cursor, flags);
  if (start.kind === 'class') return start.source;
  const behind = cursor.peek(1);
  if (cursor.peek() !== '-' || behind === ']' || behind === '[') return single(start.text, flags);
  cursor.next();
  const end = character(cursor, flags);
  if (end.kind === 'class') return single(start.text, flags) + code('-') + end.source;
  if ((end.text.codePointAt(0) ?? 0) < (start.text.codePointAt(0) ?? 0))
    throw new BadPattern('illegal character range');
  return range(start.text, end.text, flags);
}

function character(cursor: Cursor, flags: Flags): Item {
  return cursor.take('\\') ? readEscape(cursor, flags) : { kind: 'character', text: cursor.next() };
}

function single(text: string, flags: Flags): string {
  return variants(text, flags).map(code).join('');
}

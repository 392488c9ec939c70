import { BadPattern, type Cursor } from './cursor.ts';
import type { Flags } from './flags.ts';
import { classEscape, propertyClass } from './properties.ts';

/** One thing inside or outside a class: a character, or a class of them as JavaScript writes it. */
export type Item =
  { readonly kind: 'character'; readonly text: string } | { readonly kind: 'class'; readonly source: string };

/** Reads what stands behind a backslash and means the same inside a class and outside. */
export function readEscape(cursor: Cursor, flags: Flags): Item {
  const letter = cursor.next();
  if (letter === 'p' || letter === 'P') {
    const name = cursor.take('{') ? cursor.until('}') : cursor.next();
    const source = propertyClass(name, letter === 'P', flags.i);
    if (source === undefined) throw new BadPattern(`unknown character property ${name}`);
    return { kind: 'class', source };
  }
  const source = classEscape(letter, flags.U);
  if (source !== undefined) return { kind: 'class', source };
  return { kind: 'character', text: escapedCharacter(letter, cursor) };
}

function escapedCharacter(letter: string, cursor: Cursor): string {
  switch (letter) {
    case 't':
      return '\t';
    case 'n':
      return '\n';
    case 'r':
      return '\r';
    case 'f':
      return '\f';
    case 'a':
      return '\u0007';
    case 'e':
      return '\u001b';
    case 'c':
      return String.fromCodePoint((cursor.next().codePointAt(0) ?? 0) ^ 64);
    case '0':
      return fromDigits(cursor.digits(/^(?:[0-3]?[0-7]{1,2})/), 8);
    case 'x':
      return fromDigits(cursor.take('{') ? cursor.until('}') : cursor.digits(/^[0-9A-Fa-f]{2}/), 16);
    case 'u': {
      const first = fromDigits(cursor.digits(/^[0-9A-Fa-f]{4}/), 16);
      const isLead = /^[\ud800-\udbff]$/.test(first);
      return isLead && cursor.take('\\u') ? first + fromDigits(cursor.digits(/^[0-9A-Fa-f]{4}/), 16) : first;
    }
    default:
      if (/[A-Za-z]/.test(letter)) throw new BadPattern(`illegal escape ${letter}`);
      return letter;
  }
}

function fromDigits(digits: string, radix: number): string {
  const value = /^[0-9A-Fa-f]{1,6}$/.test(digits) ? Number.parseInt(digits, radix) : Number.NaN;
  if (!(value <= 0x10_ffff)) throw new BadPattern('illegal numeric escape');
  return String.fromCodePoint(value);
}

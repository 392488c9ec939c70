import type { Value } from '../../../value/index.ts';
import type { Reading } from '../../format.ts';
import type { Place } from './read-place.ts';
import { readPrint } from '../../shared/read-print.ts';
import type { Dialect } from '../dialect.ts';
import { print } from '../print/print.ts';
import { placeFor } from './readers.ts';
import { skipSpace } from './skip-space.ts';

/**
 * Reads what `console.log` wrote. Layout is free, as documentation tools strip it and Node.js versions differ in it, but every
 * reading prints as this very text again, white space aside.
 */
export function parse(text: string, dialect: Dialect): Reading {
  return readPrint(text, {
    read: (reader, names) => readWhole(placeFor(reader, names, dialect)),
    print: (value) => print(value, dialect),
    firstChange,
    hasRawTexts: dialect.traits.expressions?.strings === 'raw',
    quotesAll: dialect.inspectedTo !== undefined,
  });
}

function readWhole(place: Place): Value {
  const value = place.readers.value(place);
  skipSpace(place.reader);
  place.reader.end();
  return value;
}

/** Where two prints differ in more than white space. */
export function firstChange(text: string, again: string): number | undefined {
  if (text === again) return undefined;
  let left = 0;
  let right = 0;
  for (;;) {
    while (isSpace(text, left)) left += 1;
    while (isSpace(again, right)) right += 1;
    if (left >= text.length && right >= again.length) return undefined;
    if (text.charCodeAt(left) !== again.charCodeAt(right)) return Math.min(left, text.length);
    left += 1;
    right += 1;
  }
}

function isSpace(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return (
    unit === 0x20 ||
    unit === 0x0a ||
    (unit <= 0x0d && unit >= 0x09) ||
    (unit >= 0x80 && /\s/.test(text.charAt(at)))
  );
}

import { readPrint } from '../shared/read-print.ts';
import type { Reading } from '../format.ts';
import { print } from './print.ts';
import { readWhole } from './read-value.ts';

/**
 * Reads what `console.log` wrote. Layout is free, as documentation tools strip it and Node.js versions differ in it; a
 * text in the exact layout of the Node.js that runs this has only readings that print as that very text.
 */
export function parse(text: string): Reading {
  return readPrint(text, { read: readWhole, print, firstChange });
}

const SPACE = /\s/;

/** Where two prints differ in more than white space. */
function firstChange(text: string, again: string): number | undefined {
  let left = 0;
  let right = 0;
  for (;;) {
    while (SPACE.test(text.charAt(left))) left += 1;
    while (SPACE.test(again.charAt(right))) right += 1;
    if (left >= text.length && right >= again.length) return undefined;
    if (text[left] !== again[right]) return Math.min(left, text.length);
    left += 1;
    right += 1;
  }
}

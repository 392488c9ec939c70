import type { Reading } from '../format.ts';
import { readPrint } from '../shared/read-print.ts';
import { mask } from './mask.ts';
import { print } from './print.ts';
import { readWhole } from './read-value.ts';

/** Reads what `print(value)` wrote. Everything is on one line and nothing about the spacing is free. */
export function parse(text: string): Reading {
  return readPrint(text, { read: readWhole, print, firstChange });
}

/** Where two prints differ in more than what `mask` evens out. */
function firstChange(text: string, again: string): number | undefined {
  if (mask(text) === mask(again)) return undefined;
  let offset = 0;
  while (offset < text.length && text[offset] === again[offset]) offset += 1;
  return offset;
}

import type { Reading } from '../format.ts';
import { readPrint } from '../shared/read-print.ts';
import { mask, mask2 } from './mask.ts';
import { print } from './print.ts';
import { valueReader } from './read-value.ts';
import type { Traits } from './traits.ts';

/** Reads what `print(value)` wrote. Everything is on one line and nothing about the spacing is free. */
export function parser(traits: Traits): (text: string) => Reading {
  const read = valueReader(traits);
  const even = traits.isPython2 ? mask2 : mask;
  return (text) =>
    readPrint(text, {
      read,
      print: (value) => print(value, traits),
      firstChange: (one, other) => firstChange(one, other, even),
    });
}

/** Where two prints differ in more than what `mask` evens out. */
function firstChange(text: string, again: string, even: (text: string) => string): number | undefined {
  if (text === again || even(text) === even(again)) return undefined;
  let offset = 0;
  while (offset < text.length && text[offset] === again[offset]) offset += 1;
  return offset;
}

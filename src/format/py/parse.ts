import type { Value } from '../../value/index.ts';
import type { Reading } from '../format.ts';
import { readPrint } from '../shared/read-print.ts';
import { readDirect } from './direct.ts';
import { mask, mask2 } from './mask.ts';
import { print } from './print.ts';
import { valueReader } from './read-value.ts';
import { rawText } from './raw-text.ts';
import type { Traits } from './traits.ts';

/** Reads what `print(value)` wrote. Everything is on one line and nothing about the spacing is free. */
export function parser(traits: Traits): (text: string) => Reading {
  const read = valueReader(traits);
  const even = traits.isPython2 ? mask2 : mask;
  const format = {
    read,
    print: (value: Value) => print(value, traits),
    firstChange: (text: string, again: string) => firstChange(text, again, even),
  };
  return (text) => {
    const raw = rawText(text, traits);
    const direct = readDirect(text, traits);
    if (direct !== undefined) return { ok: true, readings: [direct, raw], complete: true };
    const reading = readPrint(text, format);
    if (!reading.ok || raw.kind === 'string') return reading;
    const [first, ...others] = reading.readings.slice(0, -1);
    return { ...reading, readings: first === undefined ? [raw] : [first, ...others, raw] };
  };
}

/** Where two prints differ in more than what `mask` evens out. */
function firstChange(text: string, again: string, even: (text: string) => string): number | undefined {
  if (text === again || even(text) === even(again)) return undefined;
  let offset = 0;
  while (offset < text.length && text[offset] === again[offset]) offset += 1;
  return offset;
}

import { build, textError, type Value } from '../../../value/index.ts';
import { UnprintableValue, type Reading } from '../../format.ts';
import { maskAddresses } from '../print.ts';
import type { RubyTraits } from '../traits.ts';
import { putsText } from './print.ts';
import { stringsOf } from './project.ts';
import { readLine } from './read-line.ts';

/**
 * Reads what `puts` wrote: any text may be a string, and any value may also be the one item of an array. An array is read
 * only if each of its lines is a value other than a string; there may be more in every text, as arrays in arrays do not show.
 */
export function parsePuts(text: string, traits: RubyTraits): Reading {
  const strings = stringsOf(text);
  if (text === '') return { ok: true, readings: [build.nul, strings, build.arr([])], complete: false };
  const values = readLines(text, traits);
  if (values === undefined)
    return {
      ok: true,
      readings: [strings],
      complete: false,
      onlyAsString: textError(text, 0, 'lines of values that are no strings'),
    };
  const array = build.arr(values);
  const [only, ...others] = values;
  return only === undefined || others.length > 0
    ? { ok: true, readings: [array, strings], complete: false }
    : { ok: true, readings: [only, array, strings], complete: false };
}

/** The value of each line, each of which prints as its line; `undefined`: some are strings. */
function readLines(text: string, traits: RubyTraits): readonly Value[] | undefined {
  const values: Value[] = [];
  for (const line of text.split('\n')) {
    const value = readLine(line, traits);
    if (value === undefined || !printsAs(value, line, traits)) return undefined;
    values.push(value);
  }
  return values;
}

function printsAs(value: Value, line: string, traits: RubyTraits): boolean {
  try {
    return putsText(value, traits) === maskAddresses(line);
  } catch (cause) {
    if (cause instanceof UnprintableValue) return false;
    throw cause;
  }
}

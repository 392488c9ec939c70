import { textError, toTagged, writeJson, type Value } from '../../../value/index.ts';
import type { Reading } from '../../format.ts';
import type { Rule } from './rule.ts';
import { OutOfSteps, Scan } from './scan.ts';

/** Readings that are listed: enough for a person, and for finding that two values have one text. */
const MOST_READINGS = 12;
/** Characters of all readings together: of a long print only the first few readings are worth their time. */
const MOST_CHARACTERS = 150_000;
/** Steps for any text, and for each character of it: some 40 ms of work, more only for prints over 10 kB. */
const STEPS = 8_000;
const STEPS_A_CHARACTER = 3;

/**
 * Reads a whole text by a grammar. A candidate counts only if `print` writes the same text for it again, so a grammar may
 * be generous where the printer is strict (number spelling, key order).
 */
export function readAll(
  text: string,
  grammar: Rule<Value>,
  format: { readonly print: (value: Value) => string; readonly mask: (text: string) => string },
): Reading {
  const scan = new Scan(text, STEPS + STEPS_A_CHARACTER * text.length);
  const masked = format.mask(text);
  const readings = new Map<string, Value>();
  let complete = true;
  let misprint: { readonly offset: number; readonly expected: string } | undefined;
  try {
    if (!grammar.reaches(scan, 0, text.length)) {
      // Nothing fits the whole: go as far as anything does, for the sake of the error.
      for (const end of grammar.ends(scan, 0)) scan.expect(end, 'the end');
      return failure(scan.error());
    }
    for (const value of grammar.values(scan, 0, text.length)) {
      scan.spend(Math.ceil(text.length / 5));
      const again = format.mask(format.print(value));
      if (again !== masked) {
        misprint ??= firstChange(masked, again);
        continue;
      }
      readings.set(writeJson(toTagged(value)), value);
      if (readings.size === MOST_READINGS || readings.size * text.length > MOST_CHARACTERS) {
        complete = false;
        break;
      }
    }
  } catch (cause) {
    if (cause instanceof RangeError) return failure(textError(text, 0, 'a value nested less deeply'));
    if (!(cause instanceof OutOfSteps)) throw cause;
    complete = false;
  }
  const [first, ...others] = readings.values();
  if (first !== undefined) return { ok: true, readings: [first, ...others], complete };
  return failure(misprint === undefined ? scan.error() : textError(text, misprint.offset, misprint.expected));
}

function failure(error: ReturnType<typeof textError>): Reading {
  return { ok: false, error };
}

function firstChange(text: string, again: string): { offset: number; expected: string } {
  let offset = 0;
  while (offset < text.length && text[offset] === again[offset]) offset += 1;
  return { offset, expected: `${JSON.stringify(again.slice(offset, offset + 20))}, as the driver prints it` };
}

import { textError, toTagged, writeJson, type TextError, type Value } from '../../../value/index.ts';
import { UnprintableValue, type Reading } from '../../format.ts';
import type { Rule } from './rule.ts';
import { OutOfSteps, Scan } from './scan.ts';

/** Readings that are listed: enough for a person, and for finding that two values have one text. */
const MOST_READINGS = 12;
/** Characters of all readings together: of a long print only the first few readings are worth their time. */
const MOST_CHARACTERS = 50_000;
/** Steps for any text, and for each character of it: some 40 ms of work, more only for prints over 10 kB. */
const STEPS = 8_000;
const STEPS_A_CHARACTER = 3;
/** As much more may be spent on a text of which no reading is known yet. */
const PATIENCE = 2;

/** How a format prints, for `readAll` to check what it has read. */
export interface Printing {
  /** `Format.print`: throws for what the driver cannot decode. */
  readonly print: (value: Value) => string;
  /** The same for a value that has been decoded somehow. */
  readonly printDecoded: (value: Value) => string;
  readonly mask: (text: string) => string;
}

/**
 * Reads a whole text by a grammar. A candidate counts only if it prints as this text again, so a grammar may be generous
 * where the printer is strict (number spelling, key order). Values that the driver could not have decoded from the
 * database's own spelling count only when there are no others.
 */
export function readAll(text: string, grammar: Rule<Value>, printing: Printing): Reading {
  const steps = STEPS + STEPS_A_CHARACTER * text.length;
  const scan = new Scan(text, PATIENCE * steps);
  const masked = printing.mask(text);
  const readings = new Map<string, Value>();
  const strange: Value[] = [];
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
      const check = reprint(value, masked, printing);
      if (check.fits === 'not') misprint ??= firstChange(masked, check.again);
      else if (check.fits === 'as decoded') strange.push(value);
      else readings.set(writeJson(toTagged(value)), value);
      if (readings.size === 1) scan.limit(steps);
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
  const [first, ...others] = readings.size > 0 ? readings.values() : strange;
  if (first !== undefined) return { ok: true, readings: [first, ...others], complete };
  const error = misprint === undefined ? scan.error() : textError(text, misprint.offset, misprint.expected);
  return complete ? failure(error) : { ok: false, error, gaveUp: true };
}

type Reprint = { readonly fits: 'yes' | 'as decoded' } | { readonly fits: 'not'; readonly again: string };

function reprint(value: Value, masked: string, { print, printDecoded, mask }: Printing): Reprint {
  try {
    if (mask(print(value)) === masked) return { fits: 'yes' };
  } catch (cause) {
    if (!(cause instanceof UnprintableValue)) throw cause;
  }
  try {
    const again = mask(printDecoded(value));
    return again === masked ? { fits: 'as decoded' } : { fits: 'not', again };
  } catch (cause) {
    if (!(cause instanceof UnprintableValue)) throw cause;
    return { fits: 'not', again: '' };
  }
}

function failure(error: TextError): Reading {
  return { ok: false, error };
}

function firstChange(text: string, again: string): { offset: number; expected: string } {
  let offset = 0;
  while (offset < text.length && text[offset] === again[offset]) offset += 1;
  return { offset, expected: `${JSON.stringify(again.slice(offset, offset + 20))}, as the driver prints it` };
}

import { build, textError, toTagged, writeJson, type TextError, type Value } from '../../value/index.ts';
import { UnprintableValue, type Reading } from '../format.ts';
import { explore, type Exploration } from './explore.ts';
import { ReadFailure } from './read-failure.ts';
import type { Names } from './read-names.ts';
import { TextReader } from './text-reader.ts';

/** A format that escapes its strings, prints names as they are, and a top-level string raw. */
export interface EscapingFormat {
  /** Reads one whole value, from the start to the end of the text; throws `ReadFailure`. */
  readonly read: (reader: TextReader, names: Names) => Value;
  readonly print: (value: Value) => string;
  /** The offset in `text` from which on `again` is another print; `undefined`: it is the same print. */
  readonly firstChange: (text: string, again: string) => number | undefined;
  /** Whether texts of users, too, may stand in a print without escapes (`Names.chooseText`). */
  readonly hasRawTexts?: boolean;
  /** Whether a top-level string is printed like any other, too. */
  readonly quotesAll?: boolean;
}

/** Readings of one text with unusual names: enough to see that it is ambiguous. */
const MOST_READINGS = 8;
/** Characters read in search of unusual names: some 50 ms of work. */
const MOST_CHARACTERS = 1_000_000;

/**
 * Reads a whole print. Since a top-level string is printed raw, it may always be that string too, which is the last of the
 * readings. The others count only if the format prints the same text for them again.
 */
export function readPrint(text: string, format: EscapingFormat): Reading {
  const raw = build.str(text);
  const structured = readStructured(text, format);
  if (format.quotesAll === true) return withoutRaw(text, structured);
  if (!structured.ok) return { ok: true, readings: [raw], complete: true, onlyAsString: structured.error };
  const [first, ...others] = structured.values;
  if (first === undefined) return { ok: true, readings: [raw], complete: structured.complete };
  return { ok: true, readings: [first, ...others, raw], complete: structured.complete };
}

function withoutRaw(text: string, structured: Structured): Reading {
  if (!structured.ok) return structured;
  const [first, ...others] = structured.values;
  if (first === undefined) return { ok: false, error: textError(text, 0, 'a value') };
  return { ok: true, readings: [first, ...others], complete: structured.complete };
}

type Structured =
  | { readonly ok: true; readonly values: readonly Value[]; readonly complete: boolean }
  | { readonly ok: false; readonly error: TextError; readonly gaveUp?: true };

function readStructured(text: string, format: EscapingFormat): Structured {
  try {
    const ordinary = readOrdinary(text, format);
    const found = confirm(text, ordinary.results, format);
    const attempts = Math.max(4, Math.min(400, Math.floor(MOST_CHARACTERS / (text.length + 1))));
    if (found.values.length > 0 && !ordinary.hasOthers)
      return { ok: true, values: found.values, complete: true };
    if (found.values.length > 0) {
      const others = explore((chooseText) => format.read(new TextReader(text), { chooseText }), {
        attempts,
        results: MOST_READINGS,
      });
      const { values } = confirm(text, others.results, format);
      return { ok: true, values: distinct([...found.values, ...values]), complete: others.exhaustive };
    }
    const any = explore((choose) => format.read(new TextReader(text), { choose }), {
      attempts,
      results: MOST_READINGS,
    });
    const unusual = confirm(text, any.results, format);
    if (unusual.values.length > 0) return { ok: true, values: unusual.values, complete: any.exhaustive };
    const failure = found.failure ?? unusual.failure ?? any.failure ?? ordinary.failure;
    return {
      ok: false,
      error: textError(text, failure?.offset ?? 0, failure?.expected ?? 'a value'),
      ...(any.exhaustive ? {} : { gaveUp: true }),
    };
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    return { ok: false, error: textError(text, 0, 'a value nested less deeply') };
  }
}

interface Ordinary extends Exploration<Value> {
  /** Whether texts of users may end elsewhere, too. */
  readonly hasOthers: boolean;
}

/** The reading with ordinary names only. */
function readOrdinary(text: string, format: EscapingFormat): Ordinary {
  const once = { attempts: 1, results: 1 };
  if (format.hasRawTexts === true) {
    let hasTexts = false;
    const chooseText = (): number => {
      hasTexts = true;
      return 0;
    };
    const first = explore(() => format.read(new TextReader(text), { chooseText }), once);
    // Nobody asked where a text ends, so this is what is read without choices.
    if (!hasTexts) return { ...first, hasOthers: false };
  }
  const ordinary = explore(() => format.read(new TextReader(text), {}), once);
  return { ...ordinary, hasOthers: format.hasRawTexts === true };
}

/** Keeps the values that print as the text again, each once. */
function confirm(
  text: string,
  candidates: readonly Value[],
  format: EscapingFormat,
): { readonly values: readonly Value[]; readonly failure?: ReadFailure } {
  const values: Value[] = [];
  let failure: ReadFailure | undefined;
  for (const value of candidates) {
    const again = printed(value, format);
    const change = again === undefined ? 0 : format.firstChange(text, again);
    if (change === undefined) values.push(value);
    else failure ??= new ReadFailure(change, 'the text as the driver prints it');
  }
  return { values: distinct(values), ...(failure === undefined ? {} : { failure }) };
}

/** The last of values that are written alike, in the place of the first. */
function distinct(values: readonly Value[]): readonly Value[] {
  if (values.length <= 1) return values;
  return [...new Map(values.map((value) => [writeJson(toTagged(value)), value])).values()];
}

function printed(value: Value, format: EscapingFormat): string | undefined {
  try {
    return format.print(value);
  } catch (cause) {
    if (cause instanceof UnprintableValue) return undefined;
    throw cause;
  }
}

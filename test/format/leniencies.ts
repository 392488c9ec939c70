/**
 * What a format takes beyond what it writes: the readings of a text that `parse` accepts print as this text, or differ from it
 * only as a listed leniency says. So what is taken and not listed fails a test.
 */
import { UnprintableValue, type Format } from '../../src/format/index.ts';
import type { DirectFormat } from '../../src/format/shared/direct/ways.ts';
import { show, type Value } from '../../src/value/index.ts';
import { sameJson } from './http/same-json.ts';

/** A text that was accepted, one of its readings, and the print of it; no print: the driver does not decode the value. */
interface Taken {
  readonly format: Format;
  readonly text: string;
  readonly value: Value;
  readonly again: string | undefined;
}

/** By how `takes` begins, what a leniency forgives. */
const FORGIVEN: readonly (readonly [takes: string, forgives: (taken: Taken) => boolean])[] = [
  ['any address', isMasked],
  ['keys in any order', isMasked],
  ['an L behind integers', isMasked],
  ['U+007F', isMasked],
  ['U+FFFD', isMasked],
  ['characters', isMasked],
  ['values that the driver prints and does not decode', isPrintOfDecoded],
  ['a query that does not stand last', isPrintOfDecoded],
  ['halves of surrogate pairs', isPrintOfDecoded],
  ['bytes whose standard Base64', isPrintOfDecoded],
  ['ObjectV({})', isPrintOfDecoded],
  ['sets', isPrintOfDecoded],
  ['a result split over indented lines', isSplit],
  ['a value without its envelope', isAnswer],
  ['objects of a tag', isAnswer],
];

/** In words, a reading of an accepted text that prints otherwise; `undefined`: there is none. */
export function violation(format: Format, text: string): string | undefined {
  const reading = format.parse(text);
  // That any text may be a string at the top is no leniency.
  if (!reading.ok || reading.onlyAsString !== undefined) return undefined;
  for (const value of reading.readings) {
    const again = printed(format, value);
    if (again !== text && !isForgiven({ format, text, value, again }))
      return `${show(value)}, read from ${text}, prints as ${again ?? 'nothing'}`;
  }
  return undefined;
}

function isForgiven(taken: Taken): boolean {
  return taken.format.about.leniencies.some(({ takes }) =>
    FORGIVEN.some(([begins, forgives]) => takes.startsWith(begins) && forgives(taken)),
  );
}

function isMasked({ format, text, again }: Taken): boolean {
  return again !== undefined && format.mask(again) === format.mask(text);
}

function isPrintOfDecoded({ format, text, value }: Taken): boolean {
  return isDirect(format) && format.mask(format.ways.printDecoded(value)) === format.mask(text);
}

function isSplit({ text, again }: Taken): boolean {
  return `{${text.slice(1, -1).trim()}}`.replaceAll(/,[ \t]*\r?\n[ \t]*/g, ', ') === again;
}

function isAnswer({ text, again }: Taken): boolean {
  if (again === undefined) return false;
  return [text, `{"resource":${text}}`].some((answer) => sameJson(evenTags(answer), evenTags(again)));
}

/** JSON without the tags that only keep a user's keys from being taken for others, and with refs spelt in one way. */
function evenTags(json: string): string {
  const even = (_key: string, value: unknown): unknown => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    const members = Object.entries(value);
    const [[tag, content] = []] = members;
    if (members.length !== 1) return value;
    if (tag === '@obj') return content as unknown;
    if (tag !== '@ref' || typeof content !== 'object' || content === null) return value;
    const { id, class: old, collection = old, database } = content as Readonly<Record<string, unknown>>;
    return { '@ref': { id, collection, database } };
  };
  try {
    return JSON.stringify(JSON.parse(json, even));
  } catch {
    return json;
  }
}

/** The print of a value; `undefined`: the driver does not decode it. */
function printed(format: Format, value: Value): string | undefined {
  try {
    return format.print(value);
  } catch (cause) {
    if (cause instanceof UnprintableValue) return undefined;
    throw cause;
  }
}

/** The text of a value that the driver has somehow; `undefined`: it can have no such value. */
export function textOf(format: Format, value: Value): string | undefined {
  const text = printed(format, value);
  if (text !== undefined || !isDirect(format)) return text;
  try {
    return format.ways.printDecoded(value);
  } catch (cause) {
    if (cause instanceof TypeError || cause instanceof UnprintableValue) return undefined;
    throw cause;
  }
}

function isDirect(format: Format): format is DirectFormat {
  return 'ways' in format;
}

import { textError } from '../../../value/index.ts';
import type { Reading } from '../../format.ts';
import type { ReadFailure } from '../read-failure.ts';
import { TooDeep } from './direct-reader.ts';
import { readDirect } from './read-direct.ts';
import type { Ways } from './ways.ts';

/** Characters from which on only the likeliest reading of a text is looked for, as long as there is one. */
const LONG = 20_000;
/** Characters up to which all readings are looked for where there is no likeliest one: a second or two of work. */
const MOST_FOR_ALL = 100_000;

/** Reads a long text directly, a short one, and one that direct reading fails at, by finding all readings. */
export function readAnyLength(text: string, ways: Ways): Reading {
  return text.length > LONG ? readLong(text, ways) : readShort(text, ways);
}

function readShort(text: string, ways: Ways): Reading {
  const all = ways.readAll(text);
  if (all.ok) return all;
  // A text too deep for all readings has its error where it is too deep.
  const direct = readDirect(text, ways);
  return !direct.ok && direct.failure instanceof TooDeep ? failure(text, direct.failure) : all;
}

function readLong(text: string, ways: Ways): Reading {
  const direct = readDirect(text, ways);
  const found: Reading = direct.ok
    ? { ok: true, readings: [direct.value], complete: false }
    : failure(text, direct.failure);
  if (direct.ok ? ways.isDecodable(direct.value, text) : direct.failure instanceof TooDeep) return found;
  if (text.length > MOST_FOR_ALL) return found;
  const all = ways.readAll(text);
  return all.ok || all.gaveUp !== true ? all : found;
}

function failure(text: string, { offset, expected }: ReadFailure): Reading {
  return { ok: false, error: textError(text, offset, expected), gaveUp: true };
}

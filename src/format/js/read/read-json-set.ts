import { build, readJson, type Value } from '../../../value/index.ts';
import { UnprintableValue } from '../../format.ts';
import { decodeJson } from '../decode/decode.ts';
import type { Place } from './read-place.ts';
import { saidJson } from '../project/said-json.ts';
import { endOfString } from './scan-string.ts';

/** Reads the rest of `SetRef({"match":…})`: JSON in the words of the wire (up to 2.0.2). */
export function readJsonSet({ reader, dialect }: Place, start: number): Value {
  const from = reader.offset;
  const end = endOfJson(reader.text, from) ?? reader.fail('JSON, and ")"');
  const reading = readJson(reader.text.slice(from, end));
  if (!reading.ok) return reader.fail(reading.error.expected, from + reading.error.offset);
  reader.offset = end;
  reader.expect(')');
  try {
    const content = saidJson(decodeJson(reading.json, dialect), dialect);
    return content.kind === 'object'
      ? build.set(content.entries)
      : build.opaque('set', dialect.traits.id, reader.text.slice(start, reader.offset));
  } catch (cause) {
    if (cause instanceof UnprintableValue) return reader.fail('JSON that the driver can decode', from);
    throw cause;
  }
}

/** The offset of the parenthesis that closes around JSON. */
function endOfJson(text: string, from: number): number | undefined {
  for (let at = from; at < text.length; at += 1) {
    const unit = text.charAt(at);
    if (unit === ')') return at;
    if (unit === '"') at = endOfString(text, at + 1, unit) ?? text.length;
  }
  return undefined;
}

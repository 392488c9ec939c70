import { build, readJson, writeJson, type Value } from '../../../value/index.ts';
import type { TextReader } from '../../shared/text-reader.ts';

const QUOTED = /"(?:[^"\\]|\\[\s\S])*"/y;

/** Reads `QueryV{…}`, the JSON of the lambda as it came over the wire. */
export function readQuery(reader: TextReader): Value {
  reader.expect('QueryV{');
  const start = reader.offset;
  const end = jsonEnd(reader.text, start);
  const text = reader.text.slice(start, end);
  const reading = readJson(text);
  if (!reading.ok)
    return reader.fail(reading.error.expected, start + Math.min(reading.error.offset, text.length));
  if (writeJson(reading.json) !== text) return reader.fail('JSON as the database writes it', start);
  reader.offset = end;
  reader.expect('}');
  return build.query(reading.json);
}

/** The place of the closing brace that belongs to nothing in the JSON before it. */
function jsonEnd(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    const character = text[at];
    if (character === '"') {
      QUOTED.lastIndex = at;
      if (!QUOTED.test(text)) return text.length;
      at = QUOTED.lastIndex - 1;
    } else if (character === '{' || character === '[') depth += 1;
    else if (character === '}' || character === ']') {
      if (depth === 0) return at;
      depth -= 1;
    }
  }
  return text.length;
}

import { Bytes } from '../data/bytes.ts';
import { decodeBase64 } from './base64.ts';
import { invalidExpression } from './parse-error.ts';
import { parseDate, parseTime } from '../data/parse-time.ts';
import { Uuid } from '../data/uuid.ts';
import type { Data } from '../data/data.ts';
import type { Position } from '../data/position.ts';

/** Reads the tags that hold one string (spec 2.5); `undefined` for any other key. */
export function readScalarTag(tag: string, content: Data, position: Position): Data | undefined {
  switch (tag) {
    case '@ts':
      return orInvalid(content, parseTime, 'Invalid time.', position);
    case '@date':
      return orInvalid(content, parseDate, 'Invalid date.', position);
    case '@bytes':
      return orInvalid(content, (text) => new Bytes(decodeBase64(text)), 'Invalid bytes.', position);
    case '@uuid':
      return orInvalid(content, parseUuid, 'Invalid UUID.', position);
    default:
      return undefined;
  }
}

function orInvalid(
  content: Data,
  parse: (text: string) => Data | undefined,
  problem: string,
  position: Position,
): Data {
  const value = typeof content === 'string' ? parse(content) : undefined;
  if (value === undefined) throw invalidExpression(position, problem);
  return value;
}

// Java's UUID.fromString: five groups of up to so many digits, of longer ones the last digits count.
const UUID = /^([\da-f]+)-([\da-f]+)-([\da-f]+)-([\da-f]+)-([\da-f]+)$/i;
const GROUPS = [8, 4, 4, 4, 12];
const LONGEST = 36;

function parseUuid(text: string): Uuid | undefined {
  const match = UUID.exec(text);
  if (match === null || text.length > LONGEST) return undefined;
  const groups = GROUPS.map((length, index) => (match[index + 1] ?? '').slice(-length).padStart(length, '0'));
  return new Uuid(groups.join('-').toLowerCase());
}

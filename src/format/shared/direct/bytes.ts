import { build, type Value } from '../../../value/index.ts';
import type { TextReader } from '../text-reader.ts';

const BYTE = /0x([\da-f]{2})/y;

/** Reads `0x01, 0x02` up to its closing text; the opening one has been stepped over. At least one byte. */
export function readBytes(reader: TextReader, separator: string, close: string): Value {
  const bytes: number[] = [];
  do bytes.push(parseInt(reader.match(BYTE)?.[1] ?? reader.fail('a byte'), 16));
  while (reader.takes(separator));
  reader.expect(close);
  return build.bytes(bytes);
}

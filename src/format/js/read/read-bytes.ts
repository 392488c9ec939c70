import { build, type Value } from '../../../value/index.ts';
import type { TextReader } from '../../shared/text-reader.ts';
import { whyCut } from '../decode/cut-bytes.ts';

/** `Uint8Array(4) [ 1, 2, 3, 4 ]`, without its length before Node.js 12, as an object of its indexes in Node.js 4. */
const OPEN = /Uint8Array(?:\((\d+)\))?\s*([[{])\s*/y;
const INDEX = /'(\d+)'\s*:\s*/y;
const BYTE = /(\d{1,3})\s*/y;
const COMMA = /,\s*/y;
const MORE = /\.\.\. (\d+) more items?\s*/y;

/** Reads an array of bytes. */
export function readBytesContent(reader: TextReader): Value {
  const open = reader.match(OPEN)?.[2] ?? reader.fail('an array of bytes');
  const close = open === '[' ? ']' : '}';
  const bytes: number[] = [];
  if (reader.takes(close)) return build.bytes(bytes);
  for (;;) {
    const more = reader.match(MORE)?.[1];
    if (more !== undefined) {
      reader.expect(close);
      return build.unsaid(whyCut(Uint8Array.from(bytes), bytes.length + Number(more)));
    }
    if (open === '{') reader.match(INDEX);
    const byte = Number(reader.match(BYTE)?.[1] ?? reader.fail('a byte'));
    bytes.push(byte <= 255 ? byte : reader.fail('a byte'));
    if (reader.takes(close)) return build.bytes(bytes);
    if (reader.match(COMMA) === undefined) reader.fail(`"," or "${close}"`);
  }
}

import { build, type Value } from '../../../value/index.ts';
import { NoSuchChoice, type Choose } from '../../shared/explore.ts';
import type { TextReader } from '../../shared/text-reader.ts';
import { byteOfCharacter } from './raw-bytes.ts';

/**
 * Reads `BytesV{x, y}`, each byte as itself. What stands behind a byte tells whether there are more, so that only `BytesV{}`
 * is ambiguous: no bytes, or a brace as the first of them.
 * @returns `undefined` where the text has lost bytes.
 */
export function readBytes(reader: TextReader, choose: Choose): Value | undefined {
  reader.expect('BytesV{');
  if (reader.sees('}')) {
    const next = reader.text.slice(reader.offset + 1, reader.offset + 3);
    const choice = next.startsWith('}') || next === ', ' ? choose() : 0;
    if (choice > 1) throw new NoSuchChoice();
    if (choice === 0) {
      reader.offset += 1;
      return build.bytes([]);
    }
  }
  const bytes: number[] = [];
  let lost = false;
  do {
    const byte = byteOfCharacter(reader.text.charCodeAt(reader.offset)) ?? reader.fail('a byte');
    if (byte === 'lost') lost = true;
    else bytes.push(byte);
    reader.offset += 1;
  } while (reader.takes(', '));
  reader.expect('}');
  return lost ? undefined : build.bytes(bytes);
}

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBase64 } from '../../../src/backend/parse/base64.ts';

describe('decodeBase64', () => {
  it('reads both alphabets, padded or not', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 40 }),
        fc.constantFrom('base64', 'base64url'),
        (bytes, alphabet) => {
          const text = Buffer.from(bytes).toString(alphabet);
          expect(decodeBase64(text)).toEqual(bytes);
          expect(decodeBase64(text.replaceAll('=', ''))).toEqual(bytes);
        },
      ),
    );
  });

  it.each([
    ['!!', 'Illegal base64 character 21'],
    ['é', 'Illegal base64 character e9'],
    ['€', 'Illegal base64 character 3f'],
    ['AB CD', 'Illegal base64 character 20'],
    ['A', 'Last unit does not have enough valid bits'],
    ['=', 'Input byte array has wrong 4-byte ending unit'],
    ['AA=', 'Input byte array has wrong 4-byte ending unit'],
    ['AAA==', 'Input byte array has incorrect ending byte at 4'],
    ['AA==AA', 'Input byte array has incorrect ending byte at 4'],
  ])('fails on %j as Java does', (text, message) => {
    expect(() => decodeBase64(text)).toThrow(`java.lang.IllegalArgumentException: ${message}`);
  });
});

import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSecret } from '../../src/expect/secret.ts';

const RANDOM = Uint8Array.from({ length: 20 }, (_, index) => index);

describe('readSecret', () => {
  test.each([
    // spec/backend 3.2: the core's own vectors, and tokens that it made.
    [
      'fnED-cAocYAOAAP5bcJzAAAAAAECAwQFBgcICQoLDA0ODxAREhM',
      'token',
      286471331250179584n,
      286380733235200000n,
    ],
    [
      'fnEGriiz2EACAAauKGxecAYA2ErfIBjw9D-X5e5jfHh6Ftbl3GE',
      'token',
      481366963067552256n,
      0x06ae286c5e700600n,
    ],
    ['fnF__________3__________AAAAAAAAAAAAAAAAAAAAAAAAAAA', 'token', 2n ** 63n - 1n, 2n ** 63n - 1n],
    ['fnAD-cAosAAAAAABAgMEBQYHCAkKCwwNDg8QERIT', 'key', 286471332298752000n, undefined],
    ['fnB__________wAAAAAAAAAAAAAAAAAAAAAAAAAA', 'key', 2n ** 63n - 1n, undefined],
  ])('takes %s apart', (text, kind, id, scope) => {
    const reading = readSecret(text);
    expect(reading).toMatchObject({ ok: true, secret: { kind, ...(scope === undefined ? {} : { scope }) } });
    expect(reading.ok && [reading.secret.id, reading.secret.scope]).toStrictEqual([id, scope]);
  });

  test('gives back the id, the scope and the random bytes of any token', () => {
    const bigInt64 = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });
    const bigUint64 = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n });
    const random = fc.uint8Array({ minLength: 20, maxLength: 20 });
    fc.assert(
      fc.property(bigInt64, bigUint64, random, (id, scope, bytes) => {
        expect(readSecret(tokenSecret(id, scope, bytes))).toStrictEqual({
          ok: true,
          secret: { kind: 'token', id, scope, random: Uint8Array.from(bytes) },
        });
      }),
    );
  });

  test('refuses every secret with a character missing, added or out of the alphabet', () => {
    const secret = tokenSecret(1n, 2n, RANDOM);
    fc.assert(
      fc.property(
        fc.nat({ max: secret.length - 1 }),
        fc.constantFrom('', 'AA', '+', '/', '=', ' '),
        (at, put) => {
          expect(readSecret(secret.slice(0, at) + put + secret.slice(at + 1)).ok).toBe(false);
        },
      ),
    );
  });

  test.each([
    ['', 'has characters that are not in URL-safe Base64'],
    ['fnE=', 'has characters that are not in URL-safe Base64'],
    ['fnE', 'of a token has 2 bytes in place of 38'],
    ['fnB', 'is not the shortest Base64 of its bytes'],
    ['c2VjcmV0', 'starts with neither 7e70, as keys do, nor 7e71, as tokens do'],
    ['A', 'is not the shortest Base64 of its bytes'],
  ])('says what is wrong with "%s"', (text, problem) => {
    expect(readSecret(text)).toStrictEqual({ ok: false, problem });
  });
});

function tokenSecret(id: bigint, scope: bigint, random: Uint8Array): string {
  const bytes = Buffer.alloc(38);
  bytes.writeUInt16BE(0x7e71, 0);
  bytes.writeBigInt64BE(id, 2);
  bytes.writeBigUInt64BE(scope, 10);
  bytes.set(random, 18);
  return bytes.toString('base64url');
}

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeSecret, encodeSecret, hashedPart, type Secret } from '../../../src/backend/store/secret.ts';

const id = fc.bigInt({ min: 0n, max: 2n ** 63n - 1n });
const random = fc.uint8Array({ minLength: 20, maxLength: 20 });
const secret: fc.Arbitrary<Secret> = fc.oneof(
  fc.record({ kind: fc.constant('key' as const), id, random }),
  fc.record({ kind: fc.constant('token' as const), id, globalId: id, random }),
);
const counted = Uint8Array.from({ length: 20 }, (_, index) => index);
const zeros = new Uint8Array(20);
const largest = 2n ** 63n - 1n;

describe('secrets', () => {
  it('come back from their text', () => {
    fc.assert(
      fc.property(secret, (value) => {
        expect(decodeSecret(encodeSecret(value))).toEqual(value);
      }),
    );
  });

  it('are 40 or 51 characters long and say what they are', () => {
    fc.assert(
      fc.property(secret, (value) => {
        const text = encodeSecret(value);
        const above = value.id >= 2n ** 62n;
        expect(text.length).toBe(value.kind === 'key' ? 40 : 51);
        expect(text.slice(0, 3)).toBe(value.kind === 'key' ? (above ? 'fnB' : 'fnA') : above ? 'fnF' : 'fnE');
      }),
    );
  });

  const vectors: readonly [Secret, string][] = [
    [
      { kind: 'token', id: 286471331250179584n, globalId: 286380733235200000n, random: counted },
      'fnED-cAocYAOAAP5bcJzAAAAAAECAwQFBgcICQoLDA0ODxAREhM',
    ],
    [{ kind: 'key', id: 286471332298752000n, random: counted }, 'fnAD-cAosAAAAAABAgMEBQYHCAkKCwwNDg8QERIT'],
    [{ kind: 'key', id: largest, random: zeros }, 'fnB__________wAAAAAAAAAAAAAAAAAAAAAAAAAA'],
    [
      { kind: 'token', id: largest, globalId: largest, random: zeros },
      'fnF__________3__________AAAAAAAAAAAAAAAAAAAAAAAAAAA',
    ],
  ];
  it.each(vectors)('vector of spec 3.2: %o', (value, text) => {
    expect(encodeSecret(value)).toBe(text);
    expect(decodeSecret(text)).toEqual(value);
  });

  it('hash the text of their random bytes only', () => {
    expect(hashedPart({ kind: 'key', id: 1n, random: counted })).toBe('AAECAwQFBgcICQoLDA0ODxAREhM');
  });

  it.each([
    ['empty', ''],
    ['too short', 'fnAD-cAosAAAAAABAgMEBQYHCAkKCwwNDg8QERI'],
    ['too long', 'fnAD-cAosAAAAAABAgMEBQYHCAkKCwwNDg8QERITAA'],
    ['padded', 'fnED-cAocYAOAAP5bcJzAAAAAAECAwQFBgcICQoLDA0ODxAREhM='],
    ['standard Base64', 'fnAD+cAosAAAAAABAgMEBQYHCAkKCwwNDg8QERIT'],
    ['a token as long as a key', 'fnED-cAosAAAAAABAgMEBQYHCAkKCwwNDg8QERIT'],
    ['another leading byte', 'gnAD-cAosAAAAAABAgMEBQYHCAkKCwwNDg8QERIT'],
    ['blanks', 'fnAD-cAosAAAAAABAgMEBQYHCAkKCwwNDg8Q RIT'],
    ['no secret', 'secret'],
  ])('refuses a text that is none: %s', (_, text) => {
    expect(decodeSecret(text)).toBeUndefined();
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findSecrets, redactSecrets } from '../../src/report/secrets.ts';

const secret = fc
  .tuple(fc.constantFrom(0x70, 0x71), fc.uint8Array({ minLength: 36, maxLength: 36 }))
  .map(([kind, bytes]) =>
    Buffer.from([0x7e, kind, ...bytes.slice(0, kind === 0x70 ? 28 : 36)]).toString('base64url'),
  );

describe('the scanner of secrets', () => {
  it('finds every key and token secret, in plain sight and in Base64', () => {
    fc.assert(
      fc.property(secret, fc.string(), (hidden, around) => {
        // An id of 2^62 and above is no id that any database makes (spec/backend 3.2).
        fc.pre(/^fn[A-F]/.test(hidden));
        expect(findSecrets(`{"a":"${hidden}"}`)).toContain(hidden);
        expect(findSecrets(Buffer.from(`${around} '${hidden}'`).toString('base64'))).toContain(hidden);
        expect(findSecrets(redactSecrets(`x '${hidden}' y`))).toEqual([]);
      }),
    );
  });

  it.each([
    'secret-1-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
    'fnEETMA7ijACAARMwDsk0AYAu4E51VmH1w',
    '$2a$05$ezU8pVqtC4yVHJu.pQxJgeyTy2yVO48cYuPkT0Mpht7HogZVS7lDm',
  ])('leaves %s alone', (text) => {
    expect(findSecrets(text)).toEqual([]);
  });
});

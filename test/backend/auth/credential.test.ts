import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCredential, type Suffix } from '../../../src/backend/auth/credential.ts';

const name = fc.stringMatching(/^[A-Za-z0-9_.~$-]{1,8}$/);
const power = fc.constantFrom(
  'admin' as const,
  'server' as const,
  'server-readonly' as const,
  'client' as const,
);
const scope: fc.Arbitrary<readonly [text: string, as: Suffix['as']]> = fc.oneof(
  power.map((of) => [of, { kind: 'power', power: of }] as const),
  name.map((of) => [`@role/${of}`, { kind: 'role', name: of }] as const),
  fc
    .tuple(fc.constantFrom('@doc', 'classes', 'collections'), name, fc.nat())
    .map(([prefix, collection, id]) => {
      const text = `${prefix}/${collection}/${String(id)}`;
      return [text, { kind: 'document', collection, id: String(id) }] as const;
    }),
);

describe('readCredential', () => {
  it('takes a secret and its scope apart', () => {
    fc.assert(
      fc.property(name, fc.array(name), scope, (secret, database, [text, as]) => {
        const path = database.length === 0 ? '' : `${database.join('/')}:`;
        expect(readCredential(`${secret}:${path}${text}`)).toEqual({ secret, suffix: { database, as } });
      }),
    );
  });

  it('ignores what is no scope, and reads the secret alone', () => {
    fc.assert(
      fc.property(
        name,
        fc.constantFrom('', 'x', ':admin', 'db:x', '@role', '@doc/c', '@doc/c/x', 'classes/c'),
        (secret, rest) => {
          expect(readCredential(`${secret}:${rest}`)).toEqual({ secret, suffix: undefined });
        },
      ),
    );
  });

  it.each([
    'adminX',
    'serverX',
    'server-readonlyX',
    'db:adminX',
    'server:x',
    '@role/r:x',
    '@doc/c/1x',
    '@doc/c/1/2',
  ])('refuses a suffix that begins like a scope and goes on: %s', (suffix) => {
    expect(readCredential(`secret:${suffix}`)).toBeUndefined();
  });

  it.each(['', ':', ':admin', 'a/b', 'a,b', 'a=b', 'a(b', 'a)', 'a&b'])(
    'refuses a secret that is none: "%s"',
    (text) => {
      expect(readCredential(text)).toBeUndefined();
    },
  );
});

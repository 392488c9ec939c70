import { describe, expect, it } from 'vitest';
import { isSignedBy } from '../../../../src/backend/auth/jwt/is-signed-by.ts';
import { readJwt, type Jwt } from '../../../../src/backend/auth/jwt/jwt.ts';
import { Issuer, type Algorithm } from './issuer.ts';

const issuers = (['RS256', 'PS384', 'ES256', 'ES512'] as const).map(
  (algorithm): readonly [Algorithm, Issuer] => [algorithm, new Issuer(algorithm)],
);

function read(token: string): Jwt {
  const jwt = readJwt(token);
  if (jwt === undefined) throw new Error(`no JWT: ${token}`);
  return jwt;
}

describe.each(issuers)('a token signed with %s', (algorithm, issuer) => {
  const token = issuer.issue({ sub: 'alice' });

  it('is good with its own key, among others too', () => {
    expect(isSignedBy(read(token), [issuer.key])).toBe(true);
    const all = issuers.map(([, other], at) => ({
      ...other.key,
      kid: other === issuer ? 'key-1' : String(at),
    }));
    expect(isSignedBy(read(token), all)).toBe(true);
  });

  it('is forged when its claims, its algorithm or its signature were changed', () => {
    const [head = '', , signature = ''] = token.split('.');
    const [, other = ''] = issuer.issue({ sub: 'mallory' }).split('.');
    for (const forged of [
      `${head}.${other}.${signature}`,
      `${token.slice(0, -8)}AAAAAAAA`,
      `${head}.${other}.`,
      `${head}.${other}`,
      issuer.issue({}, { alg: 'none' }),
      issuer.issue({}, { alg: 'HS256' }),
      issuer.issue({}, { alg: algorithm === 'RS256' ? 'PS384' : 'RS256' }),
      issuer.issue({}, { kid: 'key-2' }),
    ])
      expect(isSignedBy(read(forged), [issuer.key])).toBe(false);
  });

  it('is forged with another key of the same name, and with keys that are none', () => {
    expect(isSignedBy(read(token), [new Issuer('ES256').key])).toBe(false);
    expect(isSignedBy(read(token), [])).toBe(false);
    expect(isSignedBy(read(token), [{ kty: issuer.key.kty ?? '', kid: 'key-1', n: '?', crv: 'P-256' }])).toBe(
      false,
    );
  });

  it('needs no name of a key', () => {
    const { alg: _alg, ...key } = issuer.key;
    expect(isSignedBy(read(issuer.issue({}, { kid: undefined })), [key])).toBe(true);
  });
});

describe('what is taken for a JWT', () => {
  const part = (text: string): string => Buffer.from(text).toString('base64url');
  it.each([
    '',
    'fnED-cAocYAOAAP5bcJzAAAAAAECAwQFBgcICQoLDA0ODxAREhM',
    'ey',
    'ey.xx.yy',
    `${part('{"alg":"ES256"}')}.${part('[1]')}.AA`,
    `${part('{"alg":"ES256"}')}.${part('{"a":')}.AA`,
    `${part('{"alg":"ES256"}')}.${part('{}')}.AA.AA`,
  ])('is not "%s"', (text) => {
    expect(readJwt(text)).toBeUndefined();
  });

  it('keeps whole numbers of 64 bits', () => {
    const jwt = read(`${part('{"alg":"ES256"}')}.${part('{"n":9007199254740993}')}.AA`);
    expect(jwt.claims.get('n')).toBe(9007199254740993n);
  });
});

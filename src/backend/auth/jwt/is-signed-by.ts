import { constants, createPublicKey, verify, type JsonWebKey, type VerifyKeyObjectInput } from 'node:crypto';
import type { Jwt } from './jwt.ts';

/** What an algorithm of RFC 7518 wants of a key, and how it signs. */
interface Algorithm {
  readonly hash: string;
  readonly kty: 'RSA' | 'EC';
  readonly crv?: string;
  readonly options: Omit<VerifyKeyObjectInput, 'key'>;
}

const PSS = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST };
const RAW = { dsaEncoding: 'ieee-p1363' } as const;

/** Those with a public key: a shared secret (`HS…`) cannot be published, and `none` signs nothing. */
const ALGORITHMS: ReadonlyMap<unknown, Algorithm> = new Map([
  ['RS256', { hash: 'sha256', kty: 'RSA', options: {} }],
  ['RS384', { hash: 'sha384', kty: 'RSA', options: {} }],
  ['RS512', { hash: 'sha512', kty: 'RSA', options: {} }],
  ['PS256', { hash: 'sha256', kty: 'RSA', options: PSS }],
  ['PS384', { hash: 'sha384', kty: 'RSA', options: PSS }],
  ['PS512', { hash: 'sha512', kty: 'RSA', options: PSS }],
  ['ES256', { hash: 'sha256', kty: 'EC', crv: 'P-256', options: RAW }],
  ['ES384', { hash: 'sha384', kty: 'EC', crv: 'P-384', options: RAW }],
  ['ES512', { hash: 'sha512', kty: 'EC', crv: 'P-521', options: RAW }],
]);

/** Whether one of these keys signed the token: the one that its header names, or any that fits when it names none. */
export function isSignedBy({ header, signed, signature }: Jwt, keys: readonly JsonWebKey[]): boolean {
  const name = header.get('alg');
  const algorithm = ALGORITHMS.get(name);
  if (algorithm === undefined) return false;
  const id = header.get('kid');
  return keys
    .filter((key) => id === undefined || key['kid'] === id)
    .filter((key) => key['alg'] === undefined || key['alg'] === name)
    .filter(({ kty, crv }) => kty === algorithm.kty && (kty === 'RSA' || crv === algorithm.crv))
    .some((key) => signs(key, algorithm, signed, signature));
}

function signs(jwk: JsonWebKey, algorithm: Algorithm, signed: string, signature: Uint8Array): boolean {
  try {
    const key = createPublicKey({ key: jwk, format: 'jwk' });
    return verify(algorithm.hash, Buffer.from(signed), { key, ...algorithm.options }, signature);
  } catch {
    // A key that is none signs nothing; another of the set may.
    return false;
  }
}

/** A key's or token's secret: what its text says (spec 3.2). */
export type Secret = KeySecret | TokenSecret;

export interface KeySecret {
  readonly kind: 'key';
  readonly id: bigint;
  readonly random: Uint8Array;
}
export interface TokenSecret {
  readonly kind: 'token';
  readonly id: bigint;
  /** The database that owns the token. */
  readonly globalId: bigint;
  readonly random: Uint8Array;
}

/** How many random bytes a secret ends with. */
export const RANDOM_BYTES = 20;
const LEAD = 0x7e;
const KEY = 0x70;
const TOKEN = 0x71;
/** Characters of a key's and of a token's secret: 30 and 38 bytes. */
const KEY_LENGTH = 40;
const TOKEN_LENGTH = 51;

/** The text of a secret: URL-safe Base64 without padding. */
export function encodeSecret(secret: Secret): string {
  const ids = secret.kind === 'key' ? [secret.id] : [secret.id, secret.globalId];
  const head = Buffer.alloc(2 + ids.length * 8);
  head.set([LEAD, secret.kind === 'key' ? KEY : TOKEN]);
  ids.forEach((id, index) => head.writeBigUInt64BE(BigInt.asUintN(64, id), 2 + index * 8));
  return Buffer.concat([head, secret.random]).toString('base64url');
}

/** Reads a secret's text; `undefined` for anything that is not exactly one. */
export function decodeSecret(text: string): Secret | undefined {
  if (text.length !== KEY_LENGTH && text.length !== TOKEN_LENGTH) return undefined;
  const bytes = Buffer.from(text, 'base64url');
  // Buffer skips what it cannot read, and the same bytes must not be reachable by a second text.
  if (bytes.toString('base64url') !== text || bytes[0] !== LEAD) return undefined;
  if (bytes[1] === KEY && bytes.length === 10 + RANDOM_BYTES)
    return { kind: 'key', id: bytes.readBigInt64BE(2), random: Uint8Array.from(bytes.subarray(10)) };
  if (bytes[1] === TOKEN && bytes.length === 18 + RANDOM_BYTES)
    return {
      kind: 'token',
      id: bytes.readBigInt64BE(2),
      globalId: bytes.readBigInt64BE(10),
      random: Uint8Array.from(bytes.subarray(18)),
    };
  return undefined;
}

/** The part of a secret that is hashed: its random bytes as URL-safe Base64 text. */
export function hashedPart(secret: Secret): string {
  return Buffer.from(secret.random).toString('base64url');
}

import { JsonError, readJson } from '../../parse/read-json.ts';
import { isTagged } from '../../data/data.ts';
import type { Obj } from '../../data/obj.ts';

/** A JSON Web Token, taken apart and not yet believed. */
export interface Jwt {
  readonly header: Obj;
  readonly claims: Obj;
  /** The text that the signature signs. */
  readonly signed: string;
  readonly signature: Uint8Array;
}

/**
 * Takes a credential apart that looks like a JWT (spec 1.3: it starts with `ey` and has a `.`); `undefined`: it is none,
 * or its header or claims are no JSON objects. Numbers in claims are exact.
 */
export function readJwt(text: string): Jwt | undefined {
  if (!looksLikeJwt(text)) return undefined;
  const [head = '', body = '', signature = '', ...more] = text.split('.');
  const [header, claims] = [object(head), object(body)];
  if (header === undefined || claims === undefined || more.length > 0) return undefined;
  return { header, claims, signed: `${head}.${body}`, signature: Buffer.from(signature, 'base64url') };
}

/** Whether a credential is taken for a JWT at all. No secret of the database is: they begin with `fn`. */
export function looksLikeJwt(text: string): boolean {
  return text.startsWith('ey') && text.includes('.');
}

function object(part: string): Obj | undefined {
  try {
    const value = readJson(Buffer.from(part, 'base64url').toString('utf8'));
    return isTagged(value) && value.kind === 'object' ? value : undefined;
  } catch (error) {
    if (error instanceof JsonError) return undefined;
    throw error;
  }
}

import { z } from 'zod';
import type { JsonWebKey } from 'node:crypto';

/**
 * Gives the public keys that an access provider publishes at its `jwks_uri`; rejects when they cannot be had. Give one
 * of your own to let tests sign their tokens themselves: nothing is fetched then.
 */
export type KeySource = (jwksUri: string) => Promise<readonly JsonWebKey[]>;

/** How long published keys are believed before they are asked for again: providers rotate them over days. */
const KEEP_MS = 5 * 60_000;
const PATIENCE_MS = 5_000;

/** A JSON Web Key Set (RFC 7517); a key may have any members beside its type. */
export const JWKS = z.object({ keys: z.array(z.looseObject({ kty: z.string() })) });

/** Fetches keys by https when the first token needs them, and keeps them for some minutes. */
export function fetchedKeys(now: () => number = Date.now): KeySource {
  const known = new Map<string, { readonly keys: Promise<readonly JsonWebKey[]>; readonly until: number }>();
  return async (jwksUri) => {
    const kept = known.get(jwksUri);
    if (kept !== undefined && kept.until > now()) return kept.keys;
    const keys = download(jwksUri);
    known.set(jwksUri, { keys, until: now() + KEEP_MS });
    // A failure is not kept: the next token asks again.
    keys.catch(() => known.delete(jwksUri));
    return keys;
  };
}

async function download(jwksUri: string): Promise<readonly JsonWebKey[]> {
  const response = await fetch(jwksUri, { signal: AbortSignal.timeout(PATIENCE_MS) });
  if (!response.ok) throw new Error(`it answers ${String(response.status)}`);
  const read = JWKS.safeParse(await response.json());
  if (!read.success) throw new Error('what it answers is no JSON Web Key Set');
  return read.data.keys;
}

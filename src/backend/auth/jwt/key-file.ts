import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { JWKS, fetchedKeys, type KeySource } from './key-source.ts';

/** The file of public keys cannot be used: says which, why, and what it should hold. */
export class KeyFileError extends Error {
  override readonly name = 'KeyFileError';

  constructor(path: string, problem: string, cause?: unknown) {
    super(
      `The file of public keys ${path} ${problem}. It is a JSON object from a provider's jwks_uri to its JSON Web Key Set: {"https://…/jwks.json": {"keys": […]}}.`,
      { cause },
    );
  }
}

const KEY_FILE = z.record(z.url(), JWKS);

/**
 * Public keys of access providers from a file, for where no identity provider can be reached: in tests, or in a container
 * without a network. Providers that the file does not name are asked as ever.
 * @throws KeyFileError
 */
export async function keysFromFile(path: string, others: KeySource = fetchedKeys()): Promise<KeySource> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new KeyFileError(path, 'cannot be read', cause);
  });
  const known = new Map(Object.entries(parse(path, text)));
  return async (jwksUri) => known.get(jwksUri)?.keys ?? others(jwksUri);
}

function parse(path: string, text: string): z.infer<typeof KEY_FILE> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new KeyFileError(path, 'is not JSON', cause);
  }
  const reading = KEY_FILE.safeParse(json);
  if (reading.success) return reading.data;
  throw new KeyFileError(path, `is not as it should be (${z.prettifyError(reading.error)})`, reading.error);
}

import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { knownDivergences, type KnownDivergences } from '../verdict/known.ts';
import { UsageError } from './usage-error.ts';

/** The file that comes with printproof. */
const OWN = fileURLToPath(new URL('../../fixtures/known-divergences.json', import.meta.url));

/**
 * Reads the file of known divergences.
 * @throws UsageError when it is not there, not JSON, or not as it should be, with the place.
 */
export async function readKnown(path = OWN): Promise<KnownDivergences> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new UsageError(
      `The file of known divergences ${path} cannot be read.`,
      'Name another with --known.',
      { cause },
    );
  });
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new UsageError(
      `The file of known divergences ${path} is not JSON.`,
      cause instanceof Error ? cause.message : '',
      { cause },
    );
  }
  const reading = knownDivergences.safeParse(json);
  if (reading.success) return reading.data;
  throw new UsageError(
    `The file of known divergences ${path} is not as it should be.`,
    z.prettifyError(reading.error),
  );
}

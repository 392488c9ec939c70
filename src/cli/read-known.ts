import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { knownDivergences, type KnownDivergences } from '../verdict/known.ts';
import { UsageError } from './usage-error.ts';

/** The file that comes with printproof. */
const OWN = fileURLToPath(new URL('../../fixtures/known-divergences.json', import.meta.url));

/** What entries may name; an entry for anything else could never be put to the test, and nobody would notice. */
export interface Nameable {
  /** Absent: any, since drivers that take no part in this run are not known. */
  readonly drivers?: readonly string[];
  readonly scenarios?: readonly string[];
}

/**
 * Reads the file of known divergences.
 * @throws UsageError when it is not there, not JSON, or not as it should be, with the place; with `nameable`, also for an
 *   entry of a driver or scenario that there is none of.
 */
export async function readKnown(path = OWN, nameable: Nameable = {}): Promise<KnownDivergences> {
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
  if (reading.success) {
    refuseUnknownNames(path, reading.data, nameable);
    return reading.data;
  }
  throw new UsageError(
    `The file of known divergences ${path} is not as it should be.`,
    z.prettifyError(reading.error),
  );
}

function refuseUnknownNames(path: string, { entries }: KnownDivergences, nameable: Nameable): void {
  for (const { id, driver, scenario } of entries) {
    const wrong =
      nameable.drivers?.includes(driver) === false
        ? `driver "${driver}"`
        : nameable.scenarios?.includes(scenario) === false
          ? `scenario "${scenario}"`
          : undefined;
    if (wrong !== undefined)
      throw new UsageError(
        `The entry "${id}" of ${path} is about the ${wrong}, which there is none of.`,
        'Correct the name, or remove the entry: it could never be put to the test.',
      );
  }
}

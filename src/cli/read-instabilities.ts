import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { knownInstabilities, type KnownInstabilities } from '../prove/known-instabilities.ts';

const OWN = fileURLToPath(new URL('../../fixtures/known-instabilities.json', import.meta.url));

/** The instabilities that are known; our own file, so that a mistake in it is our defect. */
export async function readInstabilities(): Promise<KnownInstabilities> {
  return knownInstabilities.parse(JSON.parse(await readFile(OWN, 'utf8')));
}

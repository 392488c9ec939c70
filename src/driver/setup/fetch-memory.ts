import { readFile, rm, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Missing } from './preparation.ts';

/**
 * A registry that does not serve a package will not serve it a minute later either, and asking costs seconds at every
 * start. So a failed fetch is remembered for this long; `refetch` and a changed driver folder ask at once.
 */
const REMEMBERED_MS = 60 * 60_000;

const schema = z.object({
  at: z.number(),
  missing: z.object({ what: z.string(), why: z.string(), get: z.string(), output: z.string() }),
});

/** What could not be fetched the last time, if that was not long ago. */
export async function recallFailedFetch(path: string): Promise<Missing | undefined> {
  const memory = schema.safeParse(
    await readFile(path, 'utf8')
      .then(JSON.parse)
      .catch(() => undefined),
  );
  if (!memory.success) return undefined;
  const { at, missing } = memory.data;
  const age = Date.now() - at;
  if (age < 0 || age >= REMEMBERED_MS) return undefined;
  const minutes = Math.floor(age / 60_000);
  return {
    ...missing,
    note: `it was asked for ${minutes === 0 ? 'just now' : `${minutes} min ago`}, and will be again after an hour; "npx printproof setup --refetch" asks at once`,
  };
}

/** Remembers a failed fetch. */
export async function rememberFailedFetch(path: string, missing: Missing): Promise<void> {
  await writeFile(path, JSON.stringify({ at: Date.now(), missing }));
}

/** Forgets it, because the package has come. */
export async function forgetFailedFetch(path: string): Promise<void> {
  await rm(path, { force: true });
}

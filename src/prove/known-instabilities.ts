import { satisfies, validRange } from 'semver';
import { z } from 'zod';
import type { DriverProof } from './proof.ts';

/** Known instabilities: a driver whose text depends on how it is run, and why. One that does not show is an error of the file. */
export const knownInstabilities = z.strictObject({
  version: z.literal(1),
  entries: z.array(
    z.strictObject({
      id: z.string().regex(/^[a-z0-9-]+$/),
      driver: z.string().min(1),
      versions: z.string().refine((range) => validRange(range) !== null, 'must be a semver range'),
      /** As the report names it: `locale C`. */
      condition: z.string().min(1),
      reason: z.string().min(1),
    }),
  ),
});
export type KnownInstabilities = z.infer<typeof knownInstabilities>;

/** Marks what an entry expects, and finds the entries of drivers that ran which nothing bore out. */
export function matchInstabilities(
  drivers: readonly DriverProof[],
  { entries }: KnownInstabilities,
): { readonly drivers: readonly DriverProof[]; readonly stale: readonly { id: string; problem: string }[] } {
  const borneOut = new Set<string>();
  const marked = drivers.map((driver) => ({
    ...driver,
    stability: driver.stability.map((one) => {
      const entry = entries.find((known) => concerns(known, driver) && known.condition === one.condition);
      if (entry === undefined || one.verdict !== 'two texts') return one;
      borneOut.add(entry.id);
      return { ...one, known: entry.id };
    }),
  }));
  const stale = entries
    .filter((known) => !borneOut.has(known.id) && drivers.some((driver) => ranUnder(driver, known)))
    .map(({ id, condition }) => ({ id, problem: `the text is the same under: ${condition}` }));
  return { drivers: marked, stale };
}

type Entry = KnownInstabilities['entries'][number];

function concerns({ driver, versions }: Entry, { name, version }: DriverProof): boolean {
  return driver === name && satisfies(version, versions, { includePrerelease: true });
}

function ranUnder(driver: DriverProof, known: Entry): boolean {
  return (
    concerns(known, driver) &&
    driver.stability.some(({ condition, verdict }) => condition === known.condition && verdict !== 'broken')
  );
}

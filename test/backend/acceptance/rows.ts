import { z } from 'zod';
import { readFileSync } from 'node:fs';

/** A row of the acceptance checklist: a test case of the database core's own specs, restated (spec 6). */
export interface Row {
  readonly id: string;
  readonly what: string;
}

/** All rows, in the order of the checklist. */
export function acceptanceRows(): readonly Row[] {
  const text = readFileSync(new URL('rows.json', import.meta.url), 'utf8');
  return z
    .array(z.tuple([z.string(), z.string()]))
    .parse(JSON.parse(text))
    .map(([id, what]) => ({ id, what }));
}

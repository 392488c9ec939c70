/**
 * The rows of the ledger: every kind of value that a database answers, in the order of the specification's table 13.1, with
 * those shapes of refs apart that printers treat differently.
 */
import type { Kind } from './kind.ts';
import { containers } from './kinds/containers.ts';
import { refs } from './kinds/refs.ts';
import { scalars } from './kinds/scalars.ts';
import { setsAndQueries } from './kinds/sets-and-queries.ts';

export const kinds: readonly Kind[] = [...scalars, ...refs, ...setsAndQueries, ...containers];

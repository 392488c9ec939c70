import { createHash } from 'node:crypto';
import { embeddedBackend } from '../../backend/index.ts';
import type { Backend } from '../../backend/backend.ts';
import { SAMPLE_MARK } from '../../expect/sample-secret.ts';

/** The day of every sample: ids and times are made from it, so that a page changes only when a print does. */
const DAY = Date.UTC(2024, 0, 1, 12);
/** Bytes of the random part of a secret. */
const SECRET = 20;

/**
 * A database that answers the same requests in the same way, always: its clock stands, and the random part of its secrets is
 * counted, behind a mark that tells that they are nobody's. Ids, times and secrets go together as in any other database.
 */
export function sampleBackend(): Backend {
  let counter = 0;
  return embeddedBackend({
    clock: () => DAY,
    random: (length) => {
      counter += 1;
      const bytes = createHash('shake256', { outputLength: length }).update(`sample/${counter}`).digest();
      if (length === SECRET) bytes.write(SAMPLE_MARK, 'latin1');
      return Uint8Array.from(bytes);
    },
  });
}

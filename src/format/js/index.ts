import type { Format } from '../format.ts';
import { IDS, NEWEST } from './ids.ts';
import { makeFormat } from './make-format.ts';

/** The newest format. */
export const js43: Format = makeFormat({ traits: NEWEST, profile: 'n16' });

/** Formats of the driver on the newest Node.js (16 to 24), oldest first. */
export const jsFormats: readonly Format[] = IDS.map((traits) =>
  traits === NEWEST ? js43 : makeFormat({ traits, profile: 'n16' }),
);

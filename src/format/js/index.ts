import type { Format } from '../format.ts';
import { OLDEST_RUNTIME } from './about/runtimes.ts';
import { IDS, NEWEST } from './ids.ts';
import { PROFILES } from './layout/profile.ts';
import { makeFormat, NEWEST_PROFILE } from './make-format.ts';

/** The newest format. */
export const js43: Format = makeFormat({ traits: NEWEST, profile: NEWEST_PROFILE });

/** Formats of the driver on the newest Node.js (16 to 26), oldest first. */
export const jsFormats: readonly Format[] = IDS.map((traits) =>
  traits === NEWEST ? js43 : makeFormat({ traits, profile: NEWEST_PROFILE }),
);

/** The same on each older Node.js that a release of the id loads on, `js/4.3+n12`. */
export const jsVariants: readonly Format[] = IDS.flatMap((traits) => {
  const oldest = OLDEST_RUNTIME.get(traits.id) ?? NEWEST_PROFILE;
  return PROFILES.slice(PROFILES.indexOf(oldest))
    .filter((profile) => profile !== NEWEST_PROFILE)
    .map((profile) => makeFormat({ traits, profile }));
});

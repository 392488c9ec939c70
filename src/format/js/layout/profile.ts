/**
 * Ways in which Node.js lays out values, named after the first release line that prints so: `n4` is Node.js 4 and `n16` are
 * 16 to 24. Each is modelled on the last release of its line.
 */
export type Profile = (typeof PROFILES)[number];

/** Oldest first. */
export const PROFILES = ['n4', 'n6', 'n8', 'n10', 'n11', 'n12', 'n14', 'n16'] as const;

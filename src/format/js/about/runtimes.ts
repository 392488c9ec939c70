import type { Profile } from '../layout/profile.ts';

/** The Node.js releases of each layout, in words. */
export const RUNTIMES: Readonly<Record<Profile, string>> = {
  n4: 'Node.js 4',
  n6: 'Node.js 6',
  n8: 'Node.js 8',
  n10: 'Node.js 10',
  n11: 'Node.js 11',
  n12: 'Node.js 12',
  n14: 'Node.js 14',
  n16: 'Node.js 16 to 26',
};

/**
 * The oldest Node.js that some release of an id answers a query on, seen in the nightly run: 2.10.2 to 3.0.1 spread objects
 * (src/Client.js), most of 4.0.2 to 4.2.0 take objects apart but not 4.1.1 (src/_http), 4.3.0 depends on a package with newer
 * syntax still.
 */
export const OLDEST_RUNTIME: ReadonlyMap<string, Profile> = new Map<string, Profile>([
  ['js/0.2.2', 'n4'],
  ['js/0.2.3', 'n4'],
  ['js/2.0', 'n4'],
  ['js/2.1', 'n4'],
  ['js/2.5.1', 'n4'],
  ['js/2.7', 'n4'],
  ['js/2.8.1', 'n4'],
  ['js/2.12', 'n8'],
  ['js/2.14.2', 'n8'],
  ['js/3.0', 'n8'],
  ['js/4.0.0', 'n4'],
  ['js/4.0.1', 'n4'],
  ['js/4.3', 'n10'],
]);

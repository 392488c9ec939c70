import { compare } from 'semver';
import type { Releases } from '../../src/format/index.ts';

/** Whether a release is one of a format's. */
export function covers(releases: readonly Releases[], version: string): boolean {
  return releases.some(
    ({ from, to }) =>
      compare(full(version), full(from)) >= 0 && (to === undefined || compare(full(version), full(to)) <= 0),
  );
}

/** `2.0.0` of `2`, as versions of the API are spelt. */
export function full(version: string): string {
  return /^\d+(?:\.\d+)?$/.test(version) ? `${version}.0.0`.split('.').slice(0, 3).join('.') : version;
}

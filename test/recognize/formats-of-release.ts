import semver from 'semver';
import { formats, type Format } from '../../src/format/index.ts';
import { familyOf } from '../../src/format/index.ts';

/** The bare format that a release of a driver prints, by what the formats say of their releases. */
export function formatOfRelease(driver: string, version: string): Format | undefined {
  return formats.find(
    (format) =>
      familyOf(format) === driver &&
      format.about.releases.some(
        ({ from, to }) => compare(version, from) >= 0 && (to === undefined || compare(version, to) <= 0),
      ),
  );
}

function compare(left: string, right: string): number {
  const parsed = (text: string): semver.SemVer => {
    const version = semver.coerce(text);
    if (version === null) throw new Error(`${text} is no version`);
    return version;
  };
  return semver.compare(parsed(left), parsed(right));
}

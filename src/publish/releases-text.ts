import type { Releases } from '../format/index.ts';

/** `2.7.0 (2019-07-17) to 2.12.0 (2020-05-06)`, `4.0.0 and later`, joined by commas. */
export function releasesText(releases: readonly Releases[]): string {
  return releases.map(rangeText).join(', ');
}

function rangeText({ from, to, since, until }: Releases): string {
  const first = dated(from, since);
  if (to === undefined) return `${first} and later`;
  return to === from ? first : `${first} to ${dated(to, until)}`;
}

function dated(version: string, day: string | undefined): string {
  return day === undefined ? version : `${version} (${day})`;
}

import { formats, type Format, type Releases } from '../format/index.ts';

/** The family of a format: `js` of `js/4.3`. */
export function familyOf({ id }: Format): string {
  return id.slice(0, id.indexOf('/'));
}

/** What today's driver of a family prints in: the format of its latest release. */
export function newestOf(family: string): Format | undefined {
  const own = formats.filter((format) => familyOf(format) === family);
  const since = (format: Format): string =>
    format.about.releases.map((releases) => releases.since ?? '').reduce((a, b) => (a > b ? a : b), '');
  // Of formats whose days are not known, the last is the newest.
  return own.reduce<Format | undefined>(
    (newest, one) => (newest === undefined || since(one) >= since(newest) ? one : newest),
    undefined,
  );
}

/** Releases as people read them: `2.7.0–2.12.0 (2019-07-31 to 2020-05-06), 4.0.0 on (since 2021-04-07)`. */
export function releasesText(releases: readonly Releases[]): string {
  return releases.map(rangeText).join(', ');
}

function rangeText({ from, to, since, until }: Releases): string {
  const versions = to === undefined ? `${from} on` : from === to ? from : `${from}–${to}`;
  if (since === undefined) return versions;
  return `${versions} (${until === undefined ? `since ${since}` : since === until ? since : `${since} to ${until}`})`;
}

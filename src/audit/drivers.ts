import { formats, type Format } from '../format/index.ts';

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

import type { Format } from './format.ts';

/** The family of a format: `js` of `js/4.3`. */
export function familyOf({ id }: Format): string {
  return id.slice(0, id.indexOf('/'));
}

/**
 * What today's driver of a family prints in: the format whose releases go on longest. It need not be the last of the table: Go
 * came back to an older one, and a text of C#'s development branch was never released.
 */
export function newestOf(family: string, formats: readonly Format[]): Format | undefined {
  const own = formats.filter((format) => familyOf(format) === family);
  return own.reduce<Format | undefined>(
    (newest, one) => (newest === undefined || lastDay(one) >= lastDay(newest) ? one : newest),
    undefined,
  );
}

/** The last day on which a release of the format is known to print so; those that still do come after every day. */
function lastDay({ about }: Format): string {
  const days = about.releases.map(({ to, since = '', until = since }) => (to === undefined ? STILL : until));
  return days.reduce((latest, day) => (day > latest ? day : latest), '');
}

const STILL = '9999';

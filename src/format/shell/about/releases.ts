import type { Releases } from '../../format.ts';

/** The releases of each kind of text, with the days of their tags; that of 3.0.1 is of its release commit. */
export const RELEASES = {
  query: [{ from: '0.0.2', to: '0.1.1', since: '2018-05-25', until: '2018-06-15' }],
  stringify: [{ from: '0.1.2', to: '0.2.3', since: '2018-06-26', until: '2018-07-25' }],
  inspected: [{ from: '0.3.0', to: '3.0.1', since: '2018-08-03', until: '2024-10-18' }],
  /** 4.0.0 indents it. */
  evalJson: [
    { from: '0.11.1', to: '3.0.1', since: '2020-05-04', until: '2024-10-18' },
    { from: '4.0.0', since: '2025-01-21' },
  ],
  trimmed: [{ from: '4.0.0', since: '2025-01-21' }],
} as const satisfies Readonly<Record<string, readonly Releases[]>>;

/**
 * The releases that could be installed over an older JavaScript driver, by the ranges in their package.json: up to 0.9.3 and
 * from 0.10.0 on any later release of the same major version would do. Of 0.12.1, which asks for a branch, nothing is known.
 */
const OVER: ReadonlyMap<string, readonly Releases[]> = new Map<string, readonly Releases[]>([
  ['js/2.1', [{ from: '0.3.0', to: '0.7.0', since: '2018-08-03', until: '2018-08-28' }]],
  ['js/2.5.1', [{ from: '0.3.0', to: '0.9.4', since: '2018-08-03', until: '2019-07-23' }]],
  ['js/2.7', [{ from: '0.3.0', to: '0.9.6', since: '2018-08-03', until: '2019-08-29' }]],
  ['js/2.8.1', [{ from: '0.3.0', to: '0.10.0', since: '2018-08-03' }]],
  ['js/2.12', [{ from: '0.3.0', to: '0.11.4', since: '2018-08-03', until: '2020-05-11' }]],
  ['js/2.14.2', [{ from: '0.3.0', to: '0.11.2', since: '2018-08-03', until: '2020-05-06' }]],
  ['js/3.0', [{ from: '0.11.5', to: '0.11.5', since: '2020-08-19', until: '2020-08-19' }]],
  ['js/4.0.0', [{ from: '0.12.0', to: '0.12.2', since: '2020-11-18', until: '2021-01-27' }]],
  ['js/4.0.1', [{ from: '0.12.0', to: '0.12.5', since: '2020-11-18', until: '2021-08-11' }]],
]);

export function releasesOver(driver: string): readonly Releases[] {
  return OVER.get(driver) ?? [];
}

/** The ids of older JavaScript drivers that some release of the shell ran over from 0.3.0 on, oldest first. */
export const OLDER_DRIVERS: readonly string[] = [...OVER.keys()];

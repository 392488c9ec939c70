import type { Releases } from '../../format.ts';

/** The releases of each id with the days of their tags (or of the changelog, where there is no tag). */
export const RELEASES: ReadonlyMap<string, readonly Releases[]> = new Map([
  ['js/0.2.2', [{ from: '0.2.2', to: '0.2.2', since: '2016-11-30', until: '2016-11-30' }]],
  ['js/0.2.3', [{ from: '0.2.3', to: '1.1.2', since: '2017-02-27', until: '2017-07-06' }]],
  ['js/2.0', [{ from: '2.0.0', to: '2.0.2', since: '2018-03-20', until: '2018-05-28' }]],
  ['js/2.1', [{ from: '2.1.0', to: '2.5.0', since: '2018-07-26', until: '2018-08-01' }]],
  ['js/2.5.1', [{ from: '2.5.1', to: '2.6.1', since: '2018-09-07', until: '2019-02-22' }]],
  ['js/2.7', [{ from: '2.7.0', to: '2.8.0', since: '2019-07-17', until: '2019-08-28' }]],
  ['js/2.8.1', [{ from: '2.8.1', to: '2.11.1', since: '2019-09-12', until: '2020-01-30' }]],
  ['js/2.12', [{ from: '2.12.0', to: '2.14.1', since: '2020-03-04', until: '2020-05-13' }]],
  ['js/2.14.2', [{ from: '2.14.2', to: '2.14.2', since: '2020-06-02', until: '2020-06-02' }]],
  ['js/3.0', [{ from: '3.0.0', to: '3.0.1', since: '2020-08-18', until: '2020-08-18' }]],
  ['js/4.0.0', [{ from: '4.0.0', to: '4.0.0', since: '2020-11-18', until: '2020-11-18' }]],
  ['js/4.0.1', [{ from: '4.0.1', to: '4.2.0', since: '2021-01-28', until: '2021-04-12' }]],
  // The last release, 4.8.2, is not dated: it came after 2024-10-14.
  ['js/4.3', [{ from: '4.3.0', to: '4.8.2', since: '2021-05-20' }]],
]);

/** What each id changed against the one before it, and the commits of the driver's repository that did it. */
export const CHANGES: ReadonlyMap<string, string> = new Map([
  ['js/0.2.3', '`@bytes` is decoded, and prints as `Bytes` (11370118, 2017-02-09).'],
  [
    'js/2.0',
    'Refs have an id, a class and a database instead of a path (3853dd37, 2017-09-12); `@query` is decoded, and its body lost (88e61bf6, 2017-08-25).',
  ],
  [
    'js/2.1',
    'Every class prints itself as FQL, on every Node.js (3c52ca4f, 2018-07-20; 186271ab, 2018-07-24; aef5e051, 2018-07-25); sets print their parameters as the console would.',
  ],
  [
    'js/2.5.1',
    'Booleans and null print in queries instead of throwing; refs, dates and times in them are `undefined` (0ce08233, 2018-09-07).',
  ],
  [
    'js/2.7',
    'Classes are called collections (e1da9ed3, 2019-04-24; f91ea5ba, 2019-07-16), roles print as `Role("…")`, bindings of `Let` as an object (96e1c3f5, 2019-07-02).',
  ],
  [
    'js/2.8.1',
    'Sets print as function calls, and refs, dates and times inside of expressions (1ce7df5a, 2019-09-06); `Map`, `Filter` and `Foreach` have the collection first (01efded6, 2019-09-03).',
  ],
  [
    'js/2.12',
    'Strings in sets and queries are JSON strings (710d3445, 2020-02-12); a native collection with a database prints, and a document’s own database does not (9be594f0, 2020-02-21).',
  ],
  [
    'js/2.14.2',
    'Terms are further arguments of `Match`, an empty list of them prints as none and a single one throws; `Paginate` has its options in an object; `LTrim` and others are spelt so (5b6fa91c, 2e7f081a, both 2020-05-27).',
  ],
  [
    'js/3.0',
    'Terms stand in brackets again, or alone (8804e642, 2020-06-17; 6ae55b9b, 2020-07-07); `api_version` is dropped (76a9922c, 2020-07-14); the arguments of `Call` keep their brackets.',
  ],
  [
    'js/4.0.0',
    'Collections named like native ones print as collections (fdaaa1c0, 2020-10-26); access providers print as `AccessProvider("…")`, `AccessProviders()` (45307b56, 2020-06-19).',
  ],
  ['js/4.0.1', 'A single argument null is left out: `Now()` (05eeb2b2, 2020-12-15).'],
  ['js/4.3', 'Keys of objects inside of expressions stand in quotes (19123fe3, 2021-04-29).'],
]);

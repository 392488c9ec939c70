import type { Leniency, Releases } from '../format.ts';
import type { WordTraits } from './traits.ts';

/** What the releases of one id have in common: `faunadb/values.go` and `faunadb/json.go` of `github.com/fauna/faunadb-go`. */
export interface WordId {
  readonly id: string;
  readonly releases: readonly Releases[];
  readonly change?: string;
  readonly leniencies: readonly Leniency[];
  readonly traits: Omit<WordTraits, 'sorted'>;
  readonly details: boolean;
}

const LATE_DETAILS: Leniency = {
  takes: 'errors without ", details: […]", which v4.1.0 and later always write',
  source: 'faunadb-go 2.7.0 to v2.12.0 and v4.0.0, faunadb/errors.go',
};
/** The ids that print words without quotes, oldest first. */
export const WORD_IDS: readonly WordId[] = [
  {
    id: 'go/1.0',
    releases: [{ from: '1.0.0', since: '2018-03-22', to: '1.0.0', until: '2018-03-22' }],
    leniencies: [],
    traits: { generation: 'paths', ref: 'path', queryEndsTwice: true },
    details: false,
  },
  {
    id: 'go/2.0',
    releases: [{ from: '2.0.0', since: '2018-03-22', to: '2.6.1', until: '2019-05-28' }],
    change:
      'Refs have an id, a class and a database, the latter two as addresses, no longer a path (a98b507, 2017-10-25).',
    leniencies: [],
    traits: { generation: 'classes', ref: 'class', queryEndsTwice: true },
    details: false,
  },
  {
    id: 'go/2.7',
    releases: [
      { from: '2.7.0', to: '2.12.0', since: '2019-07-31', until: '2020-05-06' },
      { from: '4.0.0', since: '2021-04-07' },
    ],
    change:
      'Refs have a collection beside the class, the same address twice (aaf8644, 2019-04-09). v4.0.0 goes back to this text (beb3514, 2020-10-19).',
    leniencies: [LATE_DETAILS],
    traits: { generation: 'collections', ref: 'collection', queryEndsTwice: false },
    details: true,
  },
];

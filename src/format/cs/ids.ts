/** The five `NameV(…)` texts of the C# driver: which releases print them, and what makes them differ (spec 10.c.2, 14). */
import type { CsId } from './cs-format.ts';
import { INVARIANT } from './culture.ts';
import { UNDECODABLE } from './leniencies.ts';
import { SET_TEXT, type Traits } from './traits.ts';

const FIRST_TAGS = ['@ref', '@obj', '@set', '@ts', '@date'];
const IMMUTABLE = 'FaunaDB.Collections.ImmutableDictionary`2[System.String,FaunaDB.Types.Value]';

const FIRST: Traits = {
  id: 'cs/0.1.1',
  culture: INVARIANT,
  digits: 'shortest',
  ref: 'path',
  time: 'date',
  arrays: false,
  bytes: false,
  setText: 'FaunaDB.Collections.OrderedDictionary`2[System.String,FaunaDB.Types.Value]',
  query: 'tag',
  // What stands in `@obj` is read as a plain object (0.1.1, Types/Json.cs).
  tags: new Set(),
};

const cs011: CsId = {
  traits: FIRST,
  about: {
    releases: [{ from: '0.1.1', since: '2016-11-01', to: '0.1.2', until: '2016-11-01' }],
    generation: 'paths',
    leniencies: [],
    evidence: 'ran',
  },
  withoutErrors: [403],
};

const cs013: CsId = {
  traits: {
    ...FIRST,
    id: 'cs/0.1.3',
    bytes: true,
    setText: IMMUTABLE,
    tags: new Set([...FIRST_TAGS, '@bytes']),
  },
  about: {
    releases: [{ from: '0.1.3', since: '2017-02-27', to: '1.0.0', until: '2017-03-13' }],
    change:
      'Bytes are decoded and print as BytesV(0x01, 0x02); a set prints the name ImmutableDictionary (26c3bf5, 2017-02-10).',
    generation: 'paths',
    leniencies: [UNDECODABLE],
    evidence: 'ran',
  },
};

const cs11: CsId = {
  traits: {
    ...cs013.traits,
    id: 'cs/1.1',
    arrays: true,
    query: 'body',
    tags: new Set([...FIRST_TAGS, '@bytes', '@query']),
  },
  about: {
    releases: [{ from: '1.1.0', since: '2017-04-13', to: '1.2.0', until: '2017-05-16' }],
    change:
      'Arrays print their items; queries are decoded and print their bodies, QueryV(UObject(lambda: …)) (80e6bd4, 2017-04-11).',
    generation: 'paths',
    leniencies: [UNDECODABLE],
    evidence: 'ran',
  },
};

const cs20: CsId = {
  traits: { ...cs11.traits, id: 'cs/2.0', ref: 'class', time: 'iso', query: 'name', setText: SET_TEXT },
  about: {
    releases: [{ from: '2.0.0', since: '2018-03-20', to: '2.5.0', until: '2018-08-02' }],
    change:
      'Refs have members, RefV(id = "1", class = RefV(…)) (bc31b22, 2017-05-17); times have a name of their own, FaunaTime(…), in ISO form; of queries and sets only the name of a type prints (868553b, 2017-09-12).',
    generation: 'classes',
    leniencies: [UNDECODABLE],
    evidence: 'ran',
  },
};

const cs29: CsId = {
  traits: { ...cs20.traits, id: 'cs/2.9', ref: 'collection' },
  about: {
    releases: [{ from: '2.9.0', since: '2019-10-24', to: '4.2.0', until: '2022-02-08' }],
    change: 'class is called collection (dcd71f0, 2019-10-24).',
    generation: 'collections',
    leniencies: [UNDECODABLE],
    evidence: 'ran',
  },
};

/** Oldest first. */
export const CS_IDS: readonly CsId[] = [cs011, cs013, cs11, cs20, cs29];
export { cs29 as CS29 };

import type { Leniency } from '../format.ts';
import type { WordTraits } from './traits.ts';

const UNDECODABLE: Leniency = {
  takes:
    'values that the driver prints and does not decode, where a text has no other reading: objects whose first key is empty or a tag',
  source: 'faunadb-go 4.3.1, faunadb/json.go: parseSpecialObject, parseObject',
};
const QUERY_ANYWHERE: Leniency = {
  takes: 'a query that does not stand last, which v1.0.0 and v2.0.0 take apart (f06c2bc, 2018-06-07)',
  source: 'faunadb-go 2.0.0, faunadb/json.go: parseQuery',
};
const ADDRESSES: Leniency = {
  takes: 'any address for collections, databases and native refs, also one that no allocator gives',
  source: 'faunadb-go 4.3.1, faunadb/values.go: RefV; Go 1.26, fmt/print.go: fmtPointer',
};
/** Go 1.11 and earlier, and `String` methods that range over a map. */
export const KEY_ORDER: Leniency = {
  takes: 'keys in any order',
  source: 'Go 1.11, runtime/map.go: mapiterinit; faunadb-go 3.0.0, faunadb/values.go: ObjectV.String',
};

/** What is taken of texts without quotes that the driver never writes, or writes in more than one spelling. */
export function wordLeniencies({ ref, sorted, queryEndsTwice }: WordTraits): readonly Leniency[] {
  return [
    UNDECODABLE,
    ...(queryEndsTwice ? [QUERY_ANYWHERE] : []),
    ...(ref === 'path' ? [] : [ADDRESSES]),
    ...(sorted ? [] : [KEY_ORDER]),
  ];
}

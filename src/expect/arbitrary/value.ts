/**
 * Canonical values for fast-check: every kind that the database can answer, with the contents that printers get wrong.
 * Made for the formats' own laws and for what is written to a backend, read back and printed by live drivers. Small
 * values come first, and counter-examples shrink to the smallest value that still fails. One file a kind.
 */
import * as fc from 'fast-check';
import { build, type Entry, type RefValue, type Value } from '../../value/index.ts';
import { arbitraryBytes } from './bytes.ts';
import { arbitraryKey } from './key.ts';
import { arbitraryDouble, arbitraryLong } from './number.ts';
import { arbitraryQuery } from './query.ts';
import { arbitraryRef } from './ref.ts';
import { arbitrarySet } from './set.ts';
import { arbitraryString } from './string.ts';
import { arbitraryDate, arbitraryTime } from './time.ts';

export interface ValueOptions {
  /** Kinds of values to make, inside containers too; default: all that a database answers (no `uuid`, no holes). */
  readonly kinds?: readonly ArbitraryKind[];
  /** Levels of arrays and objects; default 5, which is deeper than Node.js prints. */
  readonly depth?: number;
  /** Names of collections, indexes and so on: only such as the database admits (default), or any text. */
  readonly names?: 'admitted' | 'any';
  /** Whether objects may have keys such as `@ref` and `@date`, which several drivers take for tags; default false. */
  readonly tagKeys?: boolean;
  /** Only strings and keys without lone surrogates, which UTF-8 cannot carry; default false. */
  readonly wellFormed?: boolean;
  /** The refs to take in place of those of `arbitraryRef`. */
  readonly refs?: fc.Arbitrary<RefValue>;
  /** Whether a document's ref may name its own database, which no server does; default true. */
  readonly ownDatabases?: boolean;
}

export type ArbitraryKind =
  | 'null'
  | 'boolean'
  | 'long'
  | 'double'
  | 'string'
  | 'bytes'
  | 'ts'
  | 'date'
  | 'ref'
  | 'set'
  | 'query'
  | 'array'
  | 'object';

/** Arbitrary wholly known values. */
export function arbitraryValue(options: ValueOptions = {}): fc.Arbitrary<Value> {
  const { kinds, depth = 5 } = options;
  const wanted = (kind: ArbitraryKind): boolean => kinds === undefined || kinds.includes(kind);
  const leaves = LEAVES.filter(([kind]) => wanted(kind)).map(([, make]) => make(options));
  const { value } = fc.letrec<{ value: Value; array: Value; object: Value }>((tie) => ({
    array: fc.array(tie('value'), { maxLength: 8, depthIdentifier: DEPTH }).map((items) => build.arr(items)),
    object: arbitraryEntries(tie('value'), options).map((entries) => build.obj(entries)),
    value: fc.oneof(
      { depthIdentifier: DEPTH, maxDepth: depth, depthSize: 'large', withCrossShrink: true },
      // The first one is what deep and shrunk values end in.
      { weight: 4, arbitrary: fc.oneof({ withCrossShrink: true }, ...leaves) },
      ...(wanted('array') ? [{ weight: 2, arbitrary: tie('array') }] : []),
      ...(wanted('object') ? [{ weight: 4, arbitrary: tie('object') }] : []),
    ),
  }));
  return value;
}

const DEPTH = 'value';

const LEAVES: readonly (readonly [ArbitraryKind, (options: ValueOptions) => fc.Arbitrary<Value>])[] = [
  ['null', () => fc.constant(build.nul)],
  ['boolean', () => fc.boolean().map(build.bool)],
  ['long', () => arbitraryLong().map(build.long)],
  ['double', () => arbitraryDouble().map(build.double)],
  ['string', (options) => arbitraryString(options).map((text) => build.str(text))],
  ['bytes', () => arbitraryBytes().map(build.bytes)],
  ['ts', () => arbitraryTime().map((text) => build.ts(text))],
  ['date', () => arbitraryDate().map(build.date)],
  ['ref', (options) => options.refs ?? arbitraryRef(options)],
  ['set', arbitrarySet],
  ['query', arbitraryQuery],
];

function arbitraryEntries(value: fc.Arbitrary<Value>, options: ValueOptions): fc.Arbitrary<Entry[]> {
  return fc.uniqueArray(fc.tuple(arbitraryKey(options), value), {
    selector: ([key]) => key,
    maxLength: 8,
    depthIdentifier: DEPTH,
  });
}

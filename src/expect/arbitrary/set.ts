import * as fc from 'fast-check';
import { build, fromWire, type SetValue, type Value } from '../../value/index.ts';
import { arbitraryBytes } from './bytes.ts';
import { arbitraryDouble, arbitraryLong } from './number.ts';
import { arbitraryLambda } from './query.ts';
import { arbitraryDocument, arbitraryIndex, arbitraryRef } from './ref.ts';
import { arbitraryString } from './string.ts';
import { arbitraryDate, arbitraryTime } from './time.ts';

interface SetOptions {
  readonly names?: 'admitted' | 'any';
  readonly ownDatabases?: boolean;
}

/** Sets of every operator, as the database answers them: lambdas raw, a single term or member without its array. */
export function arbitrarySet(options: SetOptions = {}): fc.Arbitrary<SetValue> {
  const { set } = fc.letrec<{ set: SetValue; operation: SetValue }>((tie) => ({
    set: fc.oneof({ depthIdentifier: DEPTH, maxDepth: 3 }, arbitraryMatch(options), tie('operation')),
    operation: fc.oneof(
      arbitraryRef(options).map((documents) => build.set({ documents })),
      arbitraryDocument(options).map((singleton) => build.set({ singleton })),
      fc
        .oneof<[fc.Arbitrary<Value>, fc.Arbitrary<Value>]>(arbitraryDocument(options), tie('set'))
        .map((events) => build.set({ events })),
      fc
        .tuple(
          fc.constantFrom('union', 'intersection', 'difference'),
          fc.array(tie('set'), { minLength: 1, maxLength: 3, depthIdentifier: DEPTH }),
        )
        .map(([operator, sets]) => build.set({ [operator]: single(sets) })),
      fc
        .tuple(fc.constantFrom('distinct', 'reverse'), tie('set'))
        .map(([operator, inner]) => build.set({ [operator]: inner })),
      fc
        .tuple(tie('set'), arbitraryBound(options), arbitraryBound(options))
        .map(([range, from, to]) =>
          build.set({ range, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }),
        ),
      fc
        .tuple(arbitraryLambda(options).map(fromWire), tie('set'))
        .map(([filter, collection]) => build.set({ filter, collection })),
      fc
        .tuple(
          tie('set'),
          fc.oneof<[fc.Arbitrary<Value>, fc.Arbitrary<Value>]>(
            arbitraryIndex(options),
            arbitraryLambda(options).map(fromWire),
          ),
        )
        .map(([join, other]) => build.set({ join, with: other })),
    ),
  }));
  return set;
}

const DEPTH = 'set';

function arbitraryMatch(options: SetOptions): fc.Arbitrary<SetValue> {
  const terms = fc.oneof(
    fc.constant(undefined),
    arbitraryScalar(options),
    fc.array(arbitraryScalar(options), { maxLength: 3 }).map((items) => build.arr(items)),
  );
  return fc
    .tuple(arbitraryIndex(options), terms)
    .map(([match, given]) => build.set({ match, ...(given === undefined ? {} : { terms: given }) }));
}

function arbitraryBound(options: SetOptions): fc.Arbitrary<Value | undefined> {
  return fc.oneof(
    fc.constant(undefined),
    arbitraryScalar(options),
    fc.array(arbitraryScalar(options), { minLength: 1, maxLength: 2 }).map((items) => build.arr(items)),
  );
}

/** What an index can have as a term. */
function arbitraryScalar(options: SetOptions): fc.Arbitrary<Value> {
  return fc.oneof<fc.Arbitrary<Value>[]>(
    arbitraryString()
      .filter((text) => text.length < 100)
      .map((text) => build.str(text)),
    arbitraryLong().map(build.long),
    arbitraryDouble().map(build.double),
    fc.boolean().map(build.bool),
    fc.constant(build.nul),
    arbitraryRef(options),
    arbitraryTime().map((text) => build.ts(text)),
    arbitraryDate().map(build.date),
    arbitraryBytes().map(build.bytes),
  );
}

function single(sets: readonly SetValue[]): Value {
  const [only, ...more] = sets;
  return only !== undefined && more.length === 0 ? only : build.arr(sets);
}

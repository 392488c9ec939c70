import * as fc from 'fast-check';
import { build, type Value } from '../../value/index.ts';
import { arbitraryValue } from './value.ts';

/**
 * Values that the database stores and answers unchanged, in any database: no nulls (it drops them), no sets (they come back
 * escaped), no lambdas, and only refs to what is always there or is not looked up (spec/backend 2.2).
 */
export const storableValue: fc.Arbitrary<Value> = arbitraryValue({
  kinds: ['boolean', 'long', 'double', 'string', 'bytes', 'ts', 'date', 'ref', 'array', 'object'],
  depth: 4,
  wellFormed: true,
  refs: fc.oneof(
    fc
      .constantFrom('collections', 'databases', 'indexes', 'functions', 'roles', 'tokens', 'keys')
      .map((id) => build.ref(id)),
    fc
      .tuple(fc.bigInt({ min: 1n, max: 2n ** 63n - 1n }), fc.constantFrom('tokens', 'keys', 'credentials'))
      .map(([id, collection]) => build.ref(id.toString(), build.ref(collection))),
  ),
});

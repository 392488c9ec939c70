import * as fc from 'fast-check';
import {
  JsonNumber,
  JsonObject,
  build,
  jsonObject,
  toWire,
  type Json,
  type QueryValue,
} from '../../value/index.ts';
import { arbitraryDouble, arbitraryLong } from './number.ts';
import { arbitraryRef } from './ref.ts';
import { arbitraryString } from './string.ts';
import { arbitraryTime } from './time.ts';

interface QueryOptions {
  readonly names?: 'admitted' | 'any';
  readonly ownDatabases?: boolean;
}

/** Lambdas as the database answers them. */
export function arbitraryQuery(options: QueryOptions = {}): fc.Arbitrary<QueryValue> {
  return arbitraryLambda(options).map(build.query);
}

/** A lambda in wire form, with and without the API version that newer databases put first. */
export function arbitraryLambda(options: QueryOptions = {}): fc.Arbitrary<JsonObject> {
  const parameters = fc.oneof(fc.constantFrom<Json>('x', '_'), fc.constant<Json>(['a', 'b']));
  return fc
    .tuple(fc.constantFrom(undefined, '4'), parameters, arbitraryExpression(options))
    .map(([version, lambda, expr]) => jsonObject({ api_version: version, lambda, expr }));
}

/** FQL expressions in wire form: the functions whose print has a form of its own, variadic ones, and literals. */
export function arbitraryExpression(options: QueryOptions = {}): fc.Arbitrary<Json> {
  const { expression } = fc.letrec<{ expression: Json; call: Json }>((tie) => {
    const inner = tie('expression');
    const list = fc.array(inner, { maxLength: 3, depthIdentifier: DEPTH });
    const call = (members: Record<string, fc.Arbitrary<Json | undefined>>): fc.Arbitrary<Json> =>
      fc.record(members).map(jsonObject);
    return {
      expression: fc.oneof({ depthIdentifier: DEPTH, maxDepth: 3 }, arbitraryLiteral(options), tie('call')),
      call: fc.oneof(
        call({ var: fc.constantFrom('x', 'a') }),
        call({ get: inner }),
        call({ add: fc.oneof(inner, list) }),
        call({ equals: list }),
        call({ do: list }),
        // oxlint-disable-next-line unicorn/no-thenable -- the name of FQL's own argument
        call({ if: inner, then: inner, else: inner }),
        call({
          let: fc.oneof(
            bindings(inner),
            bindings(inner).map((one) => [one]),
          ),
          in: inner,
        }),
        call({ object: bindings(inner) }),
        call({ select: list, from: inner, default: fc.oneof(fc.constant(undefined), inner) }),
        call({ map: inner, collection: inner }),
        call({ foreach: inner, collection: inner }),
        call({ filter: inner, collection: inner }),
        call({ lambda: fc.constantFrom('y', '_'), expr: inner }),
        call({ paginate: inner, size: fc.oneof(fc.constant(undefined), inner) }),
        call({ merge: inner, with: inner }),
        call({ call: inner, arguments: fc.oneof(inner, list) }),
        call({ match: inner, terms: fc.oneof(inner, list) }),
        call({ concat: list, separator: inner }),
        call({ now: fc.constant(null) }),
        call({ containsstr: inner, search: inner }),
        call({ has_current_identity: fc.constant(null) }),
      ),
    };
  });
  return expression;
}

const DEPTH = 'expression';

function bindings(value: fc.Arbitrary<Json>): fc.Arbitrary<Json> {
  const name = fc.constantFrom('a', 'b', 'x', '1', 'needs quote');
  return fc
    .uniqueArray(fc.tuple(name, value), { selector: ([key]) => key, maxLength: 3, depthIdentifier: DEPTH })
    .map((members) => new JsonObject(members));
}

function arbitraryLiteral(options: QueryOptions): fc.Arbitrary<Json> {
  return fc.oneof(
    fc.constantFrom<Json>(null, true, false),
    arbitraryLong().map((value) => new JsonNumber(value.toString())),
    arbitraryDouble().map((value) => toWire(build.double(value))),
    arbitraryString().filter((text) => text.length < 100),
    arbitraryTime().map((text) => toWire(build.ts(text))),
    arbitraryRef(options).map(toWire),
  );
}

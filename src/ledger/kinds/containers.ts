import * as fc from 'fast-check';
import { arbitraryKey } from '../../expect/arbitrary/key.ts';
import { build, type Entry, type Value } from '../../value/index.ts';
import { wire, type Kind } from '../kind.ts';
import { ESCAPED } from '../rows-of-their-own.ts';

const USER =
  '{"@ref":{"id":"1","collection":{"@ref":{"id":"users","collection":{"@ref":{"id":"collections"}}}}}}';

/** Items that Node.js prints (util.inspect's default), and one more. */
const MANY = 101;

/** What containers hold where only the container matters. */
const leaf = fc.boolean().map(build.bool);
const objects = nested((inner) =>
  fc
    .uniqueArray(fc.tuple(arbitraryKey(), inner), { selector: ([key]) => key, maxLength: 5 })
    .map((entries: readonly Entry[]) => build.obj(entries)),
);
const arrays = nested((inner) => fc.array(inner, { maxLength: 4 }).map((items) => build.arr(items)));

export const containers: readonly Kind[] = [
  {
    name: 'object',
    about: 'objects: their keys, order and depth',
    directed: wire(
      '{}',
      '{"a":true}',
      '{"a":true,"b":true}',
      '{"b":true,"1":true}',
      '{"b":true,"a":true}',
      '{"e":true,"d":true,"b":true,"c":true,"a":true}',
      '{"a":{"b":{"c":{"d":true}}}}',
      '{"object":{"a":true}}',
      '{"":true}',
      // What closes a value and opens the next key, in one format or another.
      '{"k: true, b":true}',
      '{"k: BooleanV(True),b":true}',
      '{"k=BooleanV(true), b":true}',
      '{"k -> TrueV, b":true}',
      '{"k:true b":true}',
    ),
    arbitrary: objects,
    concerns: ['object'],
  },
  {
    name: ESCAPED,
    about: 'objects with a key like those of tagged values: @ref, @date …',
    directed: wire(
      '{"@obj":{"@foo":true}}',
      '{"@obj":{"@date":"2018-01-02"}}',
      '{"@obj":{"@date":"2018-01-02","b":true}}',
      '{"@obj":{"@ref":"notaref"}}',
      '{"@obj":{"@ts":"x"}}',
      '{"@obj":{"@set":{"a":true}}}',
      '{"@obj":{"@bytes":true}}',
      '{"@obj":{"@query":{"lambda":"x","expr":true}}}',
      '{"@obj":{"@obj":{"a":true}}}',
    ),
  },
  {
    name: 'array',
    about: 'arrays: their length and depth',
    directed: [
      ...wire('[]', '[true]', '[true,false]', '[[],[true],[[true]]]', '[[[[true]]]]'),
      build.arr(Array.from({ length: MANY }, () => build.bool(true))),
    ],
    arbitrary: arrays,
    concerns: ['array'],
  },
  {
    name: 'page',
    about: 'pages: of refs, of tuples, with cursors',
    directed: wire(
      '{"data":[]}',
      `{"data":[${USER}]}`,
      `{"data":[${USER}],"after":[${USER}],"before":[${USER}]}`,
      `{"data":[["a",${USER}]]}`,
      '{"data":[["a",{"k":true}]]}',
      '{"data":[["a",["b"]]]}',
    ),
    topOnly: true,
  },
];

function nested(contain: (inner: fc.Arbitrary<Value>) => fc.Arbitrary<Value>): fc.Arbitrary<Value> {
  const inner = (depth: number): fc.Arbitrary<Value> =>
    depth === 0
      ? leaf
      : fc.oneof({ weight: 2, arbitrary: leaf }, { weight: 1, arbitrary: contain(inner(depth - 1)) });
  return contain(inner(3));
}

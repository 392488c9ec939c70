import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askFor, type Row } from './ask-for.ts';

const PAGE = '{"paginate":{"ref":{"tokens":null},"id":"1"}}';
const add = (name: string): string => `{"lambda":"${name}","expr":{"add":[{"var":"${name}"},1]}}`;

describe('arrays, pages and objects', () => {
  it.each<Row>([
    [`{"map":${add('x')},"collection":[1,2]}`, '[2,3]'],
    ['{"map":{"lambda":["a","b"],"expr":{"var":"b"}},"collection":[[1,2],[3,4]]}', '[2,4]'],
    [`{"foreach":${add('x')},"collection":[1,2]}`, '[1,2]'],
    ['{"prepend":[1,2],"collection":[3]}', '[1,2,3]'],
    ['{"append":1,"collection":[3]}', '[3,1]'],
    ['{"take":2,"collection":[1,2,3]}', '[1,2]'],
    ['{"take":-1,"collection":[1]}', '[]'],
    ['{"drop":2,"collection":[1,2,3]}', '[3]'],
    ['{"drop":9,"collection":[1]}', '[]'],
    [
      '{"reduce":{"lambda":["acc","x"],"expr":{"add":[{"var":"acc"},{"var":"x"}]}},"initial":10,"collection":[1,2]}',
      '13',
    ],
    ['{"is_empty":[]}', 'true'],
    ['{"is_nonempty":[null]}', 'true'],
    ['{"max":[1,3,2]}', '3'],
    ['{"max":[1,1.0]}', '1.0'],
    ['{"min":[1,1.0]}', '1.0'],
    ['{"max":["a",1,[1]]}', '[1]'],
    ['{"max":[[1,2]]}', '2'],
    ['{"max":[[1,2],[3]]}', '[3]'],
    ['{"count":[1,null]}', '2'],
    ['{"sum":[1,2.5]}', '3.5'],
    ['{"sum":[]}', '0'],
    ['{"mean":[1,2]}', '1.5'],
    ['{"any":[]}', 'false'],
    ['{"all":[]}', 'true'],
    ['{"any":[false,true]}', 'true'],
    ['{"merge":{"object":{"a":1}},"with":{"object":{"b":2}}}', '{"a":1,"b":2}'],
    ['{"merge":{"object":{"a":1,"n":null}},"with":{"object":{"a":null}}}', '{"n":null}'],
    ['{"merge":{"object":{"a":1}},"with":[{"object":{"a":2}},{"object":{"c":3}}]}', '{"a":2,"c":3}'],
    ['{"merge":{"object":{"a":1}},"with":[]}', '{"a":1}'],
    [
      '{"merge":{"object":{"a":1}},"with":{"object":{"a":2,"b":3}},"lambda":{"lambda":["k","l","r"],"expr":[{"var":"k"},{"var":"l"},{"var":"r"}]}}',
      '{"a":["a",1,2],"b":["b",null,3]}',
    ],
    // From the fifth key on the core's hash order shows.
    [
      '{"merge":{"object":{"a":1,"b":2,"c":3}},"with":{"object":{"d":4,"e":5,"k":6}}}',
      '{"e":5,"a":1,"b":2,"c":3,"k":6,"d":4}',
    ],
    [
      '{"merge":{"object":{"a":1,"b":2,"c":3,"d":4}},"with":{"object":{"k":5,"a":null}}}',
      '{"b":2,"c":3,"k":5,"d":4}',
    ],
  ])('%s is %s', async (query, answer) => {
    expect(await askFor(query)).toBe(answer);
  });

  it.each<Row>([
    [`{"map":${add('x')},"collection":1}`, '["collection"] Array, Set, or Page expected, Integer provided.'],
    [
      `{"map":${add('x')},"collection":{"singleton":{"ref":{"tokens":null},"id":"1"}}}`,
      '["collection"] Array or Page expected, Set provided.',
    ],
    [`{"map":${add('x')},"collection":["a"]}`, '["map","expr","add",0] Number expected, String provided.'],
    [
      '{"map":{"lambda":["a","b"],"expr":1},"collection":[[1]]}',
      '["map","lambda"] Lambda expects an array with 2 elements. Array contains 1.',
    ],
    ['{"prepend":1,"collection":2}', '["collection"] Array expected, Integer provided.'],
    ['{"take":1,"collection":"x"}', '["collection"] Array or Page expected, String provided.'],
    ['{"max":[]}', '["max"] Non-empty array expected.'],
    ['{"mean":[]}', '["mean"] Non-empty array expected.'],
    ['{"sum":[1,"x",true]}', '["sum"] Number expected, String provided.'],
    ['{"any":[true,1]}', '["any"] Boolean expected, Integer provided.'],
    ['{"count":1}', '["count"] Array, Set, or Page expected, Integer provided.'],
    ['{"merge":1,"with":{"object":{}}}', '["merge"] Object expected, Integer provided.'],
    ['{"merge":{"object":{}},"with":[{"object":{}},2]}', '["with",1] Object expected, Integer provided.'],
  ])('%s is refused: %s', async (query, answer) => {
    expect(await askFor(query)).toBe(answer);
  });

  it.each<Row>([
    [`{"count":${PAGE}}`, '{"data":[0]}'],
    [`{"sum":${PAGE}}`, '{"data":[0]}'],
    [`{"is_empty":${PAGE}}`, 'true'],
    [`{"take":1,"collection":${PAGE}}`, '{"data":[]}'],
    [`{"map":${add('x')},"collection":${PAGE}}`, '{"data":[]}'],
    [`{"reduce":{"lambda":["a","x"],"expr":1},"initial":7,"collection":${PAGE}}`, '{"data":[7]}'],
  ])('of a page: %s is %s', async (query, answer) => {
    expect(await askFor(query)).toBe(answer);
  });

  it('take and drop part an array', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer(), { maxLength: 8 }),
        fc.integer({ min: -3, max: 12 }),
        async (items, n) => {
          const array = JSON.stringify(items);
          const parts = `[{"take":${String(n)},"collection":${array}},{"drop":${String(n)},"collection":${array}}]`;
          const cut = Math.max(n, 0);
          expect(await askFor(parts)).toBe(JSON.stringify([items.slice(0, cut), items.slice(cut)]));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('sum, count, max and min are those of the numbers', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer(), { minLength: 1, maxLength: 8 }), async (items) => {
        const array = JSON.stringify(items.map(Number));
        const query = ['sum', 'count', 'max', 'min'].map(
          (name) => `{"${name}":{"map":{"lambda":"x","expr":{"var":"x"}},"collection":${array}}}`,
        );
        const expected = [
          items.reduce((a, b) => a + b, 0),
          items.length,
          Math.max(...items),
          Math.min(...items),
        ];
        expect(await askFor(`[${query.join(',')}]`)).toBe(JSON.stringify(expected));
      }),
      { numRuns: 60 },
    );
  });
});

import { describe, expect, it } from 'vitest';
import { emptyDatabase } from '../ask.ts';
import type { ApiVersion } from '../../../src/backend/core.ts';

type Answer = { readonly resource: unknown } | { readonly errors: readonly Problem[] };
type Problem = readonly [position: readonly (string | number)[], code: string, description: string];

/** A query and what is wrong with it. */
type Refused = readonly [query: string, ...problems: Problem[]];

const database = emptyDatabase();

/** Asks and gives the body as data, errors as short tuples. Numbers must be such as JavaScript can hold. */
async function ask(query: string, version: ApiVersion = '4'): Promise<Answer> {
  const { body } = await database.ask(query, { version });
  const { resource, errors } = JSON.parse(body);
  if (errors === undefined) return { resource };
  return {
    errors: errors.map((error: { position: []; code: string; description: string }) => [
      error.position,
      error.code,
      error.description,
    ]),
  };
}

const invalidExpression = (position: Problem[0], description: string): Problem => [
  position,
  'invalid expression',
  description,
];
const invalidArgument = (position: Problem[0], description: string): Problem => [
  position,
  'invalid argument',
  description,
];
const unknown = (position: Problem[0], keys: string): Problem =>
  invalidExpression(position, `No form/function found, or invalid argument keys: { ${keys} }.`);
const unbound = (position: Problem[0], name: string): Problem =>
  invalidExpression(position, `Variable '${name}' is not defined.`);

describe('basic forms give', () => {
  it.each<readonly [string, unknown]>([
    ['{"let":[{"a":1},{"b":[{"var":"a"}]}],"in":{"var":"b"}}', [1]],
    ['{"let":{"a":1,"b":[{"var":"a"}]},"in":{"var":"b"}}', [1]],
    ['{"let":[{"a":1},{"a":2}],"in":{"var":"a"}}', 2],
    ['{"let":[],"in":1}', 1],
    ['{"let":{},"in":1}', 1],
    ['{"let":{"@obj":{"@x":1}},"in":{"var":"@x"}}', 1],
    ['{"if":true,"then":1,"else":{"abort":"x"}}', 1],
    ['{"do":[1,2]}', 2],
    ['{"object":{"b":1,"a":{"object":{}}}}', { b: 1, a: {} }],
    ['{"object":{"@obj":{"@x":1}}}', { '@obj': { '@x': 1 } }],
    ['{"quote":{"add":[1,{"@ts":"2020-01-01T00:00:00Z"}]}}', { add: [1, { '@ts': '2020-01-01T00:00:00Z' }] }],
    ['{"and":[false,1]}', false],
    ['{"and":true}', true],
    ['{"or":[true,1]}', true],
    ['{"not":false}', true],
    ['{"equals":1}', true],
    ['{"equals":[1,1.0]}', true],
    ['{"equals":[[1],[1.0]]}', false],
    ['{"equals":[0.0,-0.0]}', false],
    ['{"equals":[{"object":{"a":1,"b":2}},{"object":{"b":2,"a":1}}]}', true],
    ['{"equals":[{"query":{"lambda":"x","expr":1}},{"query":{"lambda":"x","expr":1}}]}', true],
    ['{"equals":[{"query":{"lambda":"x","expr":1}},{"query":{"lambda":"y","expr":1}}]}', false],
    ['{"select":["a",1],"from":{"object":{"a":[1,2]}}}', 2],
    ['{"select":"a","from":{"object":{"a":null}}}', null],
    ['{"select":[],"from":5}', 5],
    ['{"select":"b","from":{"object":{"a":1}},"default":{"do":[7]}}', 7],
    ['{"select":"a","from":{"object":{"a":1}},"default":{"abort":"not needed"}}', 1],
    [
      '{"select":["a","b"],"from":{"object":{"a":[{"object":{"b":[1,2]}},{"object":{"b":3}},{"object":{}}]}},"all":true}',
      [1, 2, 3],
    ],
    ['{"select_all":"x","from":{"object":{}},"default":5}', []],
    ['{"contains":["a",0],"in":{"object":{"a":[1]}}}', true],
    ['{"contains_field":"a","in":{"object":{"a":null}}}', true],
    ['{"contains_field":"a","in":1}', false],
    ['{"contains_value":[1],"in":[[1]]}', true],
    ['{"contains_value":"tokens","in":{"tokens":null}}', true],
    [
      '{"query":{"lambda":["x","_"],"expr":{"select":"a","from":{"var":"x"},"default":1}}}',
      {
        '@query': {
          api_version: '4',
          lambda: ['x', '_'],
          expr: { select: 'a', from: { var: 'x' }, default: 1 },
        },
      },
    ],
    [
      '{"let":{"y":[1]},"in":{"query":{"lambda":"x","expr":{"do":[{"var":"x"},{"var":"y"}]}}}}',
      {
        '@query': {
          api_version: '4',
          lambda: 'x',
          expr: { let: { y: [1] }, in: { do: [{ var: 'x' }, { var: 'y' }] } },
        },
      },
    ],
    [
      '{"@query":{"lambda":"x","expr":{"contains":"a","in":{"var":"x"}}}}',
      {
        '@query': { api_version: '2.12', lambda: 'x', expr: { contains: 'a', in: { var: 'x' } } },
      },
    ],
    ['{"at":{"time":"2050-01-01T00:00:00Z"},"expr":1}', 1],
    ['{"tokens":null}', { '@ref': { id: 'tokens' } }],
    ['{"collection":"nope"}', { '@ref': { id: 'nope', collection: { '@ref': { id: 'collections' } } } }],
    ['{"ref":{"tokens":null},"id":"7"}', { '@ref': { id: '7', collection: { '@ref': { id: 'tokens' } } } }],
    ['{"select":"collection","from":{"ref":{"tokens":null},"id":7}}', { '@ref': { id: 'tokens' } }],
    ['{"select":"id","from":{"ref":{"tokens":null},"id":7}}', '7'],
  ])('%s', async (query, resource) => {
    // `time` belongs to another family; without it the row is about `at` alone.
    expect(
      await ask(query.replace('{"time":"2050-01-01T00:00:00Z"}', '{"@ts":"2050-01-01T00:00:00Z"}')),
    ).toEqual({
      resource,
    });
  });
});

describe('parsing refuses, at the right place', () => {
  it.each([
    ['{}', unknown([], '')],
    ['{"foo":1,"bar":2}', unknown([], 'foo, bar')],
    ['[{"foo":1},{"bar":2}]', unknown([0], 'foo')],
    ['{"equals":[{"foo":1},{"var":"x"}]}', unknown(['equals', 0], 'foo')],
    ['{"@foo":1}', unknown([], '@foo')],
    ['{"@obj":{"foo":1}}', unknown(['@obj'], 'foo')],
    ['{"@obj":1}', invalidExpression([], 'Invalid object.')],
    ['{"object":{"a":{"@obj":{"@x":1}}}}', unknown(['object', 'a', '@obj'], '@x')],
    ['{"object":1}', invalidExpression(['object'], 'Object expected, Integer provided.')],
    ['{"object":{"@ts":"2020-01-01T00:00:00Z"}}', invalidExpression([], 'Object expected, Time provided.')],
    ['{"object":{"@ts":1}}', invalidExpression(['object'], 'Invalid time.')],
    ['[{"var":"b"},{"var":"a"},{"var":"b"}]', unbound([1], 'a'), unbound([0], 'b'), unbound([2], 'b')],
    ['{"let":{"y":{"var":"x"},"x":1},"in":1}', unbound(['let', 'y'], 'x')],
    [
      '{"let":[1,{"a":1,"b":2}],"in":{"foo":1}}',
      invalidExpression(['let', 0], 'Object expected, Integer provided.'),
      invalidExpression(['let', 1], 'Object expected, Object provided.'),
      unknown(['in'], 'foo'),
    ],
    ['{"let":1,"in":1}', invalidExpression(['let'], 'Array expected, Integer provided.')],
    ['{"var":1}', invalidExpression(['var'], 'String expected, Integer provided.')],
    ['{"do":[]}', invalidExpression(['do'], 'Expression list cannot be empty.')],
    ['{"do":1}', invalidExpression(['do'], 'Array expected, Integer provided.')],
    ['{"and":[]}', invalidExpression(['and'], 'Expression list cannot be empty.')],
    [
      '{"query":{"lambda":["x",[1]],"expr":{"foo":1}}}',
      invalidExpression(['query', 'lambda', 1], 'String expected, Array provided.'),
      unknown(['query', 'expr'], 'foo'),
    ],
    [
      '{"query":{"lambda":1,"expr":1}}',
      invalidExpression(['query', 'lambda'], 'String or Array expected, Integer provided.'),
    ],
    ['{"query":1}', invalidExpression(['query'], 'Lambda expected, Integer provided.')],
    ['{"lambda":"x","expr":1}', unknown([], 'lambda, expr')],
    ['{"@query":{"lambda":"x","expr":{"var":"y"}}}', invalidExpression([], 'Invalid lambda.')],
    ['{"@query":{"lambda":"x","expr":1,"api_version":"9"}}', invalidExpression([], 'Invalid lambda.')],
    ['{"@query":{"lambda":"x","expr":{"contains_path":"a","in":1}}}', unknown(['expr'], 'contains_path, in')],
    ['{"@set":1}', invalidExpression([], 'Invalid set.')],
    ['{"@set":{"foo":1}}', invalidExpression([], 'Invalid set.')],
    ['{"@ref":1}', invalidExpression([], 'Invalid ref.')],
    ['{"@ref":"x/y/z/w"}', invalidExpression([], 'Invalid ref.')],
    [
      '{"@ref":{"id":"x"}}',
      invalidExpression(['id'], "Valid native collection name expected, 'x' provided."),
    ],
    ['{"@ref":{"id":1}}', invalidExpression(['id'], 'String expected, Number provided.')],
    ['{"@ref":{"id":true}}', invalidExpression(['id'], 'String or Integer expected, Boolean provided.')],
    ['{"@ref":{"id":"1","x":1}}', invalidExpression([], 'Ref expected, Object provided.')],
    [
      '{"equals":{"@ref":{"id":"1","collection":"tokens"}}}',
      invalidExpression(['equals', 'class'], 'Ref expected, String provided.'),
    ],
    [
      '{"@ref":{"id":"x","collection":{"@ref":{"id":"tokens"}}}}',
      invalidExpression(['id'], "Number or numeric String expected, non-numeric 'x' provided."),
    ],
    [
      '{"@ref":{"id":"99999999999999999999","collection":{"id":"tokens"}}}',
      invalidExpression(['id'], "The id provided is too large: '99999999999999999999'"),
    ],
    [
      '{"@ref":{"id":"1","collection":{"id":"tokens"},"database":{"id":"d","collection":{"id":"databases"}}}}',
      invalidExpression(['database'], 'Null expected, Database Ref provided.'),
    ],
    ['{"@ref":{"id":"self","collection":{"@ref":{"id":"tokens"}}}}', invalidExpression([], 'Invalid ref.')],
    ['{"@date":"2020-02-30"}', invalidExpression([], 'Invalid date.')],
    ['{"@uuid":"x"}', invalidExpression([], 'Invalid UUID.')],
    ['{"@bytes":1}', invalidExpression([], 'Invalid bytes.')],
  ] satisfies Refused[])('%s', async (query, ...errors) => {
    expect(await ask(query)).toEqual({ errors });
  });
});

describe('evaluation refuses, at the right place', () => {
  it.each([
    ['{"if":1,"then":1,"else":1}', invalidArgument(['if'], 'Boolean expected, Integer provided.')],
    [
      '[{"not":1},{"object":{"a":{"not":2.0},"b":{"not":"x"}}}]',
      invalidArgument([0, 'not'], 'Boolean expected, Integer provided.'),
      invalidArgument([1, 'object', 'a', 'not'], 'Boolean expected, Double provided.'),
      invalidArgument([1, 'object', 'b', 'not'], 'Boolean expected, String provided.'),
    ],
    ['{"and":[true,1,{"not":2}]}', invalidArgument(['and', 1], 'Boolean expected, Integer provided.')],
    ['{"and":1}', invalidArgument(['and', 0], 'Boolean expected, Integer provided.')],
    ['{"equals":[]}', invalidArgument(['equals'], 'Non-empty array expected.')],
    [
      '{"select":[true,1.0],"from":1}',
      invalidArgument(['select', 0], 'String or Integer expected, Boolean provided.'),
      invalidArgument(['select', 1], 'String or Integer expected, Double provided.'),
    ],
    [
      '{"select":true,"from":1}',
      invalidArgument(['select'], 'String or Integer expected, Boolean provided.'),
    ],
    [
      '{"select":["a",0],"from":{"object":{}}}',
      [['from'], 'value not found', 'Value not found at path [a,0].'],
    ],
    [
      '{"select":"id","from":{"collection":"nope"},"default":1}',
      [['from'], 'invalid ref', "Ref refers to undefined collection 'nope'"],
    ],
    ['{"contains_field":"a","in":[1]}', invalidArgument(['in'], 'Object expected, Array provided.')],
    [
      '{"contains_value":1,"in":1}',
      invalidArgument(['in'], 'Object, Array, Page, Set, or Ref expected, Scalar provided.'),
    ],
    ['{"at":"x","expr":1}', invalidArgument(['at'], 'Time expected, String provided.')],
    ['{"do":[1,{"abort":"enough"},{"abort":"never"}]}', [['do', 1], 'transaction aborted', 'enough']],
    ['{"call":"nope"}', [['call'], 'invalid ref', "Ref refers to undefined function 'nope'"]],
    ['{"call":1}', invalidArgument(['call'], 'Identifier expected, Integer provided.')],
    [
      '{"ref":{"databases":null},"id":"x"}',
      invalidArgument(['ref'], 'Regular Class Ref expected, Schema Class Ref provided.'),
      invalidArgument(['id'], "Number or numeric String expected, non-numeric 'x' provided."),
    ],
    ['{"ref":1,"id":1.0,"scope":1}', invalidArgument(['scope'], 'Database Ref expected, Integer provided.')],
    ['{"tokens":1}', invalidArgument(['tokens'], 'Database Ref or Null expected, Integer provided.')],
    [
      '{"tokens":{"database":"nope"}}',
      [['tokens'], 'invalid ref', "Ref refers to undefined database 'nope'"],
    ],
    ['{"index":1}', invalidArgument(['index'], 'String expected, Integer provided.')],
    ['{"new_id":1}', invalidArgument(['new_id'], 'Null expected, Integer provided.')],
  ] satisfies Refused[])('%s', async (query, ...errors) => {
    expect(await ask(query)).toEqual({ errors });
  });
});

describe('contains_value', () => {
  it('looks for elements of a set as for members of a container', async () => {
    const fresh = emptyDatabase();
    await fresh.ask('{"create_collection":{"object":{"name":"c"}}}');
    const one = '{"ref":{"collection":"c"},"id":"1"}';
    await fresh.ask(`{"create":${one}}`);
    const contains = async (value: string, container: string): Promise<string> =>
      (await fresh.ask(`{"contains_value":${value},"in":${container}}`)).body;
    expect(await contains(one, '{"documents":{"collection":"c"}}')).toBe('{"resource":true}');
    expect(await contains('{"ref":{"collection":"c"},"id":"2"}', '{"documents":{"collection":"c"}}')).toBe(
      '{"resource":false}',
    );
    expect(await contains('1', '{"documents":{"collection":"c"}}')).toBe('{"resource":false}');
    expect(await contains(one, `{"get":${one}}`)).toBe('{"resource":true}');
    expect(await contains('"1"', one)).toBe('{"resource":true}');
    expect(await contains('[]', '{"paginate":{"tokens":null}}')).toBe('{"resource":true}');
  });
});

describe('calls', () => {
  it('of functions nest 200 deep, and no deeper, whatever surrounds them', async () => {
    const fresh = emptyDatabase();
    const define = (name: string, body: string): Promise<unknown> =>
      fresh.ask(
        `{"create_function":{"object":{"name":"${name}","body":{"query":{"lambda":"n","expr":${body}}}}}}`,
      );
    const less = '{"call":"f","arguments":{"subtract":[{"var":"n"},1]}}';
    await define('f', `{"if":{"equals":[{"var":"n"},0]},"then":"done","else":${less}}`);
    expect((await fresh.ask('{"call":"f","arguments":199}')).body).toBe('{"resource":"done"}');
    expect(JSON.parse((await fresh.ask('[{"call":"f","arguments":200}]')).body)).toEqual({
      errors: [
        {
          position: ['expr', 'else'],
          code: 'stack overflow',
          description: 'Call stack reached the maximum limit of 200.',
        },
      ],
    });
    await define('deep', `${'{"do":['.repeat(200)}{"call":"deep"}${']}'.repeat(200)}`);
    const { status, body } = await fresh.ask('{"call":"deep"}');
    expect([status, JSON.parse(body)]).toMatchObject([400, { errors: [{ code: 'stack overflow' }] }]);
    expect((await fresh.ask('1')).body).toBe('{"resource":1}');
  });

  it('wrap every error of the function, with its place in the function', async () => {
    const fresh = emptyDatabase();
    await fresh.ask(
      '{"let":{"why":"no"},"in":{"create_function":{"object":{"name":"f","body":{"query":{"lambda":"x","expr":[{"abort":{"var":"why"}}]}}}}}}',
    );
    const { status, body } = await fresh.ask('{"do":[{"call":"f","arguments":1}]}');
    expect([status, JSON.parse(body)]).toEqual([
      400,
      {
        errors: [
          {
            position: ['do', 0],
            code: 'call error',
            description: 'Calling the function resulted in an error.',
            cause: [{ position: ['expr', 'in', 0], code: 'transaction aborted', description: 'no' }],
          },
        ],
      },
    ]);
  });
});

describe('versions', () => {
  it.each<readonly [ApiVersion, string, Answer]>([
    [
      '2.12',
      '{"and":[false,1]}',
      { errors: [invalidArgument(['and', 1], 'Boolean expected, Integer provided.')] },
    ],
    [
      '2.12',
      '{"select":"a","from":{"object":{"a":1}},"default":{"abort":"eager"}}',
      { errors: [[['default'], 'transaction aborted', 'eager']] },
    ],
    ['2.12', '{"contains_path":"a","in":1}', { errors: [unknown([], 'contains_path, in')] }],
    ['3', '{"access_provider":"a"}', { errors: [unknown([], 'access_provider')] }],
    ['2.7', '{"query":{"lambda":"x","expr":1}}', { resource: { '@query': { lambda: 'x', expr: 1 } } }],
    [
      '3',
      '{"query":{"lambda":"x","expr":1}}',
      { resource: { '@query': { api_version: '3', lambda: 'x', expr: 1 } } },
    ],
    [
      '2.1',
      '{"collection":"nope"}',
      { resource: { '@ref': { id: 'nope', class: { '@ref': { id: 'classes' } } } } },
    ],
    [
      '2.1',
      '{"call":{"class":"nope"}}',
      { errors: [[['call'], 'invalid ref', "Ref refers to undefined class 'nope'"]] },
    ],
    ['2.0', '{"collection":"nope"}', { resource: { '@ref': 'classes/nope' } }],
    ['2.0', '{"ref":{"tokens":null},"id":7}', { resource: { '@ref': 'tokens/7' } }],
  ])('%s: %s', async (version, query, answer) => {
    expect(await ask(query, version)).toEqual(answer);
  });
});

describe('requests', () => {
  it.each([
    ['', 'No query provided.'],
    [' ', 'Request body is not valid JSON.'],
    ['[1', 'Request body is not valid JSON.'],
    ['['.repeat(2000), 'Request body JSON exceeds nesting limit.'],
  ])('%j is no query', async (text, description) => {
    expect(await ask(text)).toEqual({ errors: [invalidExpression([], description)] });
  });

  it('of a GET may not write', async () => {
    const { status, body } = await database.ask('{"do":[{"new_id":null}]}', { readOnly: true });
    expect(status).toBe(400);
    expect(body).toBe(
      '{"errors":[{"position":["do",0],"code":"invalid expression","description":"Call performs a write, which is not allowed in get requests."}]}',
    );
  });

  it('without a secret that counts are 401, whatever they ask', async () => {
    const { status, body, costs } = await database.ask('[1', { credential: 'nobody' });
    expect([status, body, costs]).toEqual([
      401,
      '{"errors":[{"code":"unauthorized","description":"Unauthorized"}]}',
      undefined,
    ]);
  });

  it('that fail badly say so as the core does', async () => {
    const { status, body, pretty } = await database.ask('{"@bytes":"!!"}');
    expect([status, pretty]).toEqual([500, true]);
    expect(body).toContain('java.lang.IllegalArgumentException: Illegal base64 character 21 Please create');
  });
});

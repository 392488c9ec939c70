/** What tells Fauna Shell from the JavaScript driver whose values it prints, and where nothing does (spec 15, rules 1 and 7). */
import { describe, expect, test } from 'vitest';
import { recognize, recognizeErrors } from '../../src/recognize/index.ts';

const TOKEN = `{ ref: Ref(Tokens(), "1"), instance: Ref(Collection("characters"), "2"), secret: 'x' }`;
const OLD_TOKEN = `{
  "ref": Ref(Ref("tokens"), "1"),
  "instance": Ref(Class("characters"), "2"),
  "secret": "x"
}`;

function formatsOf(text: string): readonly string[] {
  return recognize(text).map(({ format }) => format.id);
}

describe('what only the shell writes', () => {
  test.each([
    ['more than three levels', '{\n  a: { b: { c: { d: 1 } } }\n}', ['shell/4.0', 'shell/0.3']],
    ['a string by itself in quotes', "'x'", ['shell/4.0', 'shell/0.3', 'shell/0.0']],
  ])('%s', (_what, text, ids) => {
    const all = formatsOf(text);
    // What follows them reads other layouts of other drivers into it.
    expect(all.slice(0, ids.length)).toStrictEqual(ids);
    expect(all.filter((id) => id.startsWith('js/'))).toStrictEqual([]);
  });

  test('JSON with refs as calls comes first, and only readings with structure in strings come after it', () => {
    const [first, ...others] = recognize(OLD_TOKEN);
    expect(first?.format.id).toBe('shell/0.1.2');
    expect(first?.fit).toBe('exact');
    expect(first?.marks).toContain('a key in double quotes before a ref, `"ref": Ref(`');
    expect(others.filter(({ fit, marks }) => fit === 'exact' && marks.length > 0)).toStrictEqual([]);
  });

  test('JSON in the words of the wire, without its envelope and on one line, is of fauna eval or a part of an answer', () => {
    const [first, ...others] = formatsOf('{"ref":{"@ref":{"id":"1","collection":{"@ref":{"id":"tokens"}}}}}');
    expect(first).toBe('shell/eval-json');
    expect(others).toContain('http/2.7');
  });

  test('with its envelope it is an answer of the database first', () => {
    expect(formatsOf('{"resource":{"ref":{"@ref":{"id":"tokens"}}}}')[0]).toBe('http/2.7');
  });

  test('indented, it is of fauna query --json', () => {
    const [first] = recognize('{\n  "a": {\n    "@date": "2018-01-02"\n  }\n}');
    expect(first?.by.id).toBe('shell/eval-json+4.0');
  });
});

describe('what both write', () => {
  test('is told of both, the driver first', () => {
    const ids = formatsOf(TOKEN);
    expect(ids[0]).toBe('js/4.3');
    expect(ids).toEqual(expect.arrayContaining(['js/2.7', 'shell/4.0', 'shell/0.3']));
  });

  test('in the words of older drivers is told with them', () => {
    const shell = recognize('Ref(Class("characters"), "2")').find(({ format }) => format.id === 'shell/0.3');
    expect(shell?.by.id).toBe('shell/0.3+js2.1');
    expect(shell?.variants.map(({ id }) => id)).toStrictEqual(['shell/0.3+js2.1', 'shell/0.3+js2.5.1']);
  });
});

describe('errors of the shell', () => {
  test.each([
    [
      'shell/0.3',
      "Error: instance not found\n{\n  errors: [\n    {\n      position: [\n        'create'\n      ],\n      code: 'instance not found',\n      description: 'Document not found.'\n    }\n  ]\n}",
    ],
    [
      'shell/eval-json',
      " ›   Error: {\n ›     errors: [\n ›       {\n ›         code: 'instance not found',\n ›         description: 'Document not \n ›   found.'\n ›       }\n ›     ]\n ›   }",
    ],
    [
      'shell/4.0',
      'The query failed with the following error:\n\ninstance not found: Document not found.\nat *query*:create',
    ],
  ])('are those of %s', (id, text) => {
    const own = recognizeErrors(text).find(({ format }) => format.id === id);
    expect(own?.error.errors?.[0]).toMatchObject({
      code: 'instance not found',
      description: 'Document not found.',
    });
  });

  test.each(['Error: not found', 'Error: something else'])('%s says too little to be one', (text) => {
    const ids = recognizeErrors(text).map(({ format }) => format.id);
    expect(ids.filter((id) => id.startsWith('shell/'))).toStrictEqual([]);
  });
});

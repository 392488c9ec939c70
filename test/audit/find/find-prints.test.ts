import { describe, expect, test } from 'vitest';
import { segmentsOfText } from '../../../src/audit/extract/text.ts';
import { findPrints } from '../../../src/audit/find/find-prints.ts';

/** The prints in a bare text, each as it was cut out. */
function printsIn(text: string): readonly string[] {
  return segmentsOfText(text).flatMap((segment) =>
    findPrints(segment).flatMap((found) =>
      found.kind === 'print' && !found.isPlain ? [found.content.text] : [],
    ),
  );
}

describe('queries are no prints', () => {
  test.each([
    'Login( identity, password )',
    'client.query(\n  q.login(\n    Ref("classes/characters/1"),\n    {"password": "abracadabra"}\n  ))',
    'client.query(\n\n  {"@ref": "classes/characters/1"}\n)',
    'curl https://db.fauna.com/ \\\n  -u KEY: \\\n  -d \'{\n  "login": { "@ref": "classes/characters/1" }\n}\'',
    'result, _ := client.Query(\n  f.Login(\n    f.RefClass(f.Class("characters"), "1"),\n    f.Obj{"password": "x"},\n  ),\n)',
    'Ref(Collection("characters"), "181388642114077184")',
    'Match(Index("by_name"), "x")',
    'CreateCollection({ name: "characters" })',
    "$client.query do\n  login ref('classes/characters/1'),\n        password: 'abracadabra'\nend",
    'System.out.println(\n  client.query(\n    Login(\n      Ref(Class("characters"), Value(1L)),\n      Obj("password", Value("x")))\n  ).get());',
    'const x = { ref: Ref(Tokens(), "1") };',
    'The `map[string]int` of Go, [links](a) and {braces}.',
    '{"@bytes":"-_8="}  ->  something else',
    '{}  []  -> map[] / []',
    'An open ( bracket\n\nand more prose.',
  ])('%j', (text) => {
    expect(printsIn(text)).toEqual([]);
  });
});

describe('prints are found between sentences, whatever stands around them', () => {
  const GO = 'map[instance:{1 0xc000109bc0 0xc000109bc0 <nil>} ref:{2 0xc000109a10 0xc000109a10 <nil>}]';
  const JAVA = '{ref: ref(id = "1", collection = ref(id = "tokens")), ts: 1}';
  const PYTHON = "{'ref': Ref(id=1, collection=Ref(id=tokens)), 'ts': 1}";
  const CS = 'ObjectV(ref: RefV(id = "1", collection = RefV(id = "tokens")),ts: LongV(1))';
  const JS = '{\n  ref: Ref(Tokens(), "1"),\n  ts: 1\n}';

  test.each([GO, JAVA, PYTHON, CS, JS])('%j', (print) => {
    expect(printsIn(print)).toEqual([print]);
    expect(printsIn(`It’s so (really:\n${print}\nDon't you think?`)).toEqual([print]);
    expect(printsIn(`client.query(\n  Login()\n)\n${print}\n${print}`)).toEqual([print, print]);
  });

  test('one after the other, without a blank line', () => {
    expect(printsIn([CS, GO, JAVA, JS, PYTHON].join('\n'))).toEqual([CS, GO, JAVA, JS, PYTHON]);
  });

  test('with the indentation that all lines have left out', () => {
    expect(printsIn(JS.replaceAll(/^/gm, '    '))).toEqual([JS]);
  });

  test('strings with brackets in them do not end or lengthen a print', () => {
    const tricky = "{'ref': Ref(id=1, collection=Ref(id=tokens)), 'a': '}{[('}";
    expect(printsIn(`${tricky}\n${PYTHON}`)).toEqual([tricky, PYTHON]);
  });

  test('an answer goes with its status line and headers', () => {
    const answer = 'HTTP/1.1 201 Created\nX-Txn-Time: 1\n\n{\n  "resource": { "@ref": { "id": "1" } }\n}';
    expect(printsIn(`Then:\n\n${answer}\n\nmore`)).toEqual([answer]);
  });
});

test('many lines that open and never close cost no more than lines', () => {
  const text = '{\n'.repeat(20_000);
  expect(printsIn(text)).toEqual([]);
});

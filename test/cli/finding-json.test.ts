import { describe, expect, test } from 'vitest';
import { findingJson } from '../../src/cli/finding-json.ts';
import { PrintFinder, recognize, recognizeErrors } from '../../src/recognize/index.ts';

/** The records of some lines, read as a consumer reads them. */
function records(lines: readonly string[], text = false): readonly Record<string, unknown>[] {
  const finder = new PrintFinder({
    isSure: false,
    prints: (one) => recognize(one),
    errors: (one) => recognizeErrors(one),
  });
  return [...lines.flatMap((line) => finder.push(line)), ...finder.end()].map(
    (finding) => JSON.parse(findingJson('x.log', finding, { text })) as Record<string, unknown>,
  );
}

describe('a record', () => {
  test('says where a print stands, and what it is', () => {
    const [record] = records(['> {a: ref(id = "1")} <']);
    expect(record).toMatchObject({
      file: 'x.log',
      line: 1,
      column: 3,
      endLine: 1,
      kind: 'value',
      value: { object: [['a', { ref: { id: '1' } }]] },
      complete: true,
      before: '> ',
      after: ' <',
    });
    expect(record?.['formats']).toContain('java/2.7');
    expect(record).not.toHaveProperty('text');
  });

  test('keeps 64-bit integers, as text', () => {
    const [record] = records(['{a: 9223372036854775807, b: ref(id = "1")}']);
    expect(JSON.stringify(record?.['value'])).toContain('{"long":"9223372036854775807"}');
  });

  test('lists what the text does not say', () => {
    const [record] = records(['{ a: [ 1 ], b: { c: { d: [Object] } } }']);
    expect(record?.['holes']).toStrictEqual(['a[0]: long or double', expect.stringMatching(/^b\.c\.d: /)]);
  });

  test('lists other readings, and what other formats make of the text', () => {
    const [ambiguous] = records(['{a: "x", b: ref(id = "1")}']);
    expect(ambiguous?.['readings']).toHaveLength(2);
    const [plain] = records(['1']);
    const others = plain?.['otherwise'];
    expect(JSON.stringify(others)).toContain('{"oneOf":');
    expect(plain).not.toHaveProperty('readings');
  });

  test('of an error has its kind, its class and its text', () => {
    const text = 'com.faunadb.client.errors.NotFoundException: instance not found: Document not found.';
    const [record] = records([`12:00 ${text}`]);
    expect(record).toMatchObject({ line: 1, column: 7, kind: 'error', text, before: '12:00 ' });
    expect(record?.['error']).toMatchObject({
      errors: [{ code: 'instance not found', description: 'Document not found.' }],
    });
  });

  test('of a line without a print is the line', () => {
    expect(records(['words'])).toStrictEqual([{ file: 'x.log', line: 1, text: 'words' }]);
  });

  test('has the text of a print where it is asked for', () => {
    expect(records(["  {'a': None}"], true)[0]).toMatchObject({ column: 3, text: "{'a': None}" });
  });
});

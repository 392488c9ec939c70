import fc from 'fast-check';
import { format, resolveConfig } from 'prettier';
import { describe, expect, it } from 'vitest';
import { readRunJson, RunJsonError } from '../../src/report/read-run-json.ts';
import { runJsonSchema } from '../../src/report/run-json-schema.ts';
import { renderRunJson } from '../../src/report/run-json.ts';
import { RECORD_VERSION } from '../../src/verdict/record.ts';
import { arbitraryRecord, HOSTILE } from './arbitrary-record.ts';

const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...HOSTILE));

describe('run.json', () => {
  it('is read back into the record that it was written from', () => {
    fc.assert(
      fc.property(arbitraryRecord(anyText), (record) => {
        expect(readRunJson(renderRunJson(record))).toEqual(record);
      }),
      { numRuns: 40 },
    );
  });

  it('has its JSON Schema published: docs/run.schema.json (npx vitest run test/report -u writes it)', async () => {
    const path = new URL('../../docs/run.schema.json', import.meta.url).pathname;
    const style = { ...(await resolveConfig(path)), filepath: path };
    await expect(await format(JSON.stringify(runJsonSchema()), style)).toMatchFileSnapshot(path);
  });
});

describe('what is no run.json of this version is refused with what to do', () => {
  const [record] = fc.sample(arbitraryRecord(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f')), {
    seed: 1,
    numRuns: 1,
  });
  if (record === undefined) throw new Error('fast-check gave no record');
  const text = renderRunJson(record);
  const version = `"recordVersion": ${RECORD_VERSION}`;

  it.each([
    ['a newer one', text.replace(version, `"recordVersion": 9`), /version 9.*update this one/],
    ['an older one', text.replace(version, `"recordVersion": 0`), /version 0.*run it again/],
    ['something else', '{"results":{"tool":{}}}', /no recordVersion/],
    ['no JSON', '{', /no JSON/],
    [
      'one with a member that nobody wrote',
      text.replace('{', '{"remark": 1,'),
      /was it edited\?[^]*Unrecognized key: "remark"/,
    ],
    [
      'one with a verdict that there is not',
      text.replaceAll(/"verdict": "[a-z ]+"/g, '"verdict": "maybe"'),
      /verdict/,
    ],
    ['one that lost its totals', text.replace('"totals"', '"sums"'), /totals/],
  ])('%s', (_what, damaged, message) => {
    expect(damaged).not.toBe(text);
    expect(() => readRunJson(damaged)).toThrow(RunJsonError);
    expect(() => readRunJson(damaged)).toThrow(message);
  });
});

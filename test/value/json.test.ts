import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JsonNumber, JsonObject, readJson, writeJson, type Json } from '../../src/value/index.ts';

const { json } = fc.letrec<{ json: Json }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 5 },
    fc.constantFrom<Json>(null, true, false),
    fc.string({ unit: 'binary' }),
    fc
      .constantFrom('0', '-0', '1', '-1', '9223372036854775807', '1.0', '1e400', '4.9E-324')
      .map((t) => new JsonNumber(t)),
    fc.array(tie('json'), { maxLength: 4 }),
    fc
      .array(
        fc.tuple(fc.oneof(fc.string(), fc.constantFrom('__proto__', '10', '2', '@ref', '')), tie('json')),
        { maxLength: 4 },
      )
      .map((members) => new JsonObject(members)),
  ),
}));

describe('lossless JSON', () => {
  it('reads back what it wrote: number text, key order, duplicate keys', () => {
    fc.assert(
      fc.property(json, (value) => {
        const text = writeJson(value);
        const reading = readJson(text);
        expect(reading.ok && writeJson(reading.json)).toBe(text);
      }),
    );
  });

  it('agrees with JSON.parse on which texts are JSON', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), json.map(writeJson), mutated(json.map(writeJson))), (text) => {
        expect(readJson(text).ok, text).toBe(isJson(text));
      }),
      { numRuns: 500 },
    );
  });

  it('reads what JSON.parse reads, where that loses nothing', () => {
    fc.assert(
      fc.property(
        fc.jsonValue({ noUnicodeString: false }),
        fc.constantFrom('', ' ', '\r\n\t'),
        (value, space) => {
          const text = `${space}${JSON.stringify(value, null, space)}${space}`;
          const reading = readJson(text);
          expect(reading.ok && writeJson(reading.json)).toBe(JSON.stringify(value));
        },
      ),
    );
  });

  it('reads what nests too deeply for the fast reader', () => {
    const deep = `${'{"a":['.repeat(400)}1.0${']}'.repeat(400)}`;
    const reading = readJson(deep);
    expect(reading.ok && writeJson(reading.json)).toBe(deep);
  });

  it.each([
    ['"\\u0041\\/\\b\\"\\\\"', '"A/\\b\\"\\\\"'],
    ['9223372036854775807', '9223372036854775807'],
    ['{"b":1,"10":2,"9":3,"b":4}', '{"b":1,"10":2,"9":3,"b":4}'],
    ['{"__proto__":{"a":1}}', '{"__proto__":{"a":1}}'],
    [' [ 1.50 , -0 , 1E+2 ] ', '[1.50,-0,1E+2]'],
    ['"\\ud800"', '"\\ud800"'],
  ])('keeps %s', (text, expected) => {
    const reading = readJson(text);
    expect(reading.ok && writeJson(reading.json)).toBe(expected);
  });

  it.each([
    '',
    ' ',
    '01',
    '+1',
    '.5',
    '1.',
    'NaN',
    "'a'",
    '{a:1}',
    '[1,]',
    '{"a":1,}',
    '1 2',
    '[1]]',
    '// c\n1',
    '"\t"',
    '"\\',
    '"\\"',
    '"\\x"',
    '"\\u00g0"',
    '"\\n\t"',
    '"a',
    '-',
    '1e',
    'nul',
    'nulll',
    '{"a"}',
    '{"a":}',
    '[',
    '[1 2]',
  ])('refuses %j with a place', (text) => {
    const reading = readJson(text);
    expect(reading).toMatchObject({ ok: false, error: { line: 1 } });
  });

  it('refuses absurd nesting instead of throwing', () => {
    const deep = readJson('['.repeat(200_000));
    expect(deep.ok).toBe(false);
  });

  it('points at the place', () => {
    const reading = readJson('{"a":1,\n "b":x}');
    expect(reading).toMatchObject({ ok: false, error: { line: 2, column: 6, excerpt: ' "b":x}\n     ^' } });
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function mutated(texts: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc
    .tuple(texts, fc.nat(), fc.constantFrom('', ',', '"', '}', '0', '\u0001', ' '))
    .map(
      ([text, at, put]) =>
        text.slice(0, at % (text.length + 1)) + put + text.slice((at % (text.length + 1)) + 1),
    );
}

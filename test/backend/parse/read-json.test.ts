import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Obj } from '../../../src/backend/data/obj.ts';
import { JsonError, readJson } from '../../../src/backend/parse/read-json.ts';
import type { Data } from '../../../src/backend/data/data.ts';

/** A value as plain JavaScript, numbers as doubles. */
function plain(value: Data): unknown {
  if (typeof value === 'bigint') return Number(value);
  if (Array.isArray(value)) return value.map(plain);
  if (!(value instanceof Obj)) return value;
  return Object.fromEntries(value.entries.map(([key, member]) => [key, plain(member)]));
}

function problem(text: string): string {
  try {
    readJson(text);
    return 'none';
  } catch (error) {
    if (error instanceof JsonError) return error.problem;
    throw error;
  }
}

describe('readJson', () => {
  it('reads what JSON.stringify writes, as JSON.parse does', () => {
    const json = fc.jsonValue({ noUnicodeString: false, maxDepth: 6 });
    fc.assert(
      fc.property(json, fc.constantFrom(0, 2), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        // An integer that does not fit 64 bits is no JSON here.
        fc.pre(!/\d{19}/.test(text));
        expect(plain(readJson(text))).toEqual(JSON.parse(text));
      }),
    );
  });

  it('takes exactly the arrays of anything that JSON.parse takes', () => {
    const piece = fc.constantFrom(
      '1',
      '-',
      '.',
      'e',
      '"',
      '\\',
      'u00e9',
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      ' ',
      'true',
      'null',
      'nul',
      '"a"',
      '0',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        // Inside an array, so that what may follow a scalar document does not come into it.
        const text = `[${pieces.join('')}]`;
        let expected = true;
        try {
          JSON.parse(text);
        } catch {
          expected = false;
        }
        expect(problem(text)).toBe(expected ? 'none' : 'not JSON');
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['9223372036854775807', 9223372036854775807n],
    ['-9223372036854775808', -9223372036854775808n],
    ['-0', 0n],
    ['1e3', 1000],
    ['1.0', 1],
    ['1e400', Infinity],
    ['-1e400', -Infinity],
    ['5e-324', 5e-324],
    ['"\\ud800"', '?'],
    ['"\\ud83d\\ude00"', '😀'],
    ['"\\ude00\\ud83d"', '??'],
    ['"\\u0000"', '\u0000'],
    ['"\\/"', '/'],
    ['"\\\\\\""', '\\"'],
    ['\ufeff1', 1n],
    [' \t\r\n1 ', 1n],
    ['1 2', 1n],
    ['1 ] } "x" : , null', 1n],
    ['"a" true', 'a'],
  ])('reads %s', (text, value) => {
    expect(readJson(text)).toEqual(value);
  });

  it.each([
    '9223372036854775808',
    '-9223372036854775809',
    '01',
    '+1',
    '.5',
    '1.',
    '1.e3',
    'NaN',
    'Infinity',
    '1 x',
    '1 ] } "x',
    '[1]]',
    '{"a":1}}',
    '{"a":1,}',
    '[1,]',
    '{a:1}',
    "'a'",
    '"\n"',
    '"\\x"',
    '"\\u12"',
    '"',
    '"\\"',
    '[1 // one\n]',
    '\u0000',
    ' ',
    'nulls',
    'TRUE',
    '1a',
    '--1',
  ])('refuses %j', (text) => {
    expect(problem(text)).toBe('not JSON');
  });

  it('keeps the order of keys, and the first of two equal ones', () => {
    const keys = fc.array(fc.constantFrom('b', 'a', '1', '0', 'c', '__proto__'), { maxLength: 30 });
    fc.assert(
      fc.property(keys, (names) => {
        const value = readJson(`{${names.map((name, at) => `"${name}":${String(at)}`).join(',')}}`);
        const firsts = [...new Set(names)].map((name) => [name, BigInt(names.indexOf(name))]);
        expect(value instanceof Obj && value.entries).toEqual(firsts);
      }),
    );
  });

  it('takes 1000 levels and refuses 1001, however deep it goes on', () => {
    const nested = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);
    expect(problem(nested(1000))).toBe('none');
    expect(problem(nested(1001))).toBe('nested too deeply');
    expect(problem('{"a":'.repeat(100_000))).toBe('nested too deeply');
  });
});

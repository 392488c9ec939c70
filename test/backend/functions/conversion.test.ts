import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseNumber } from '../../../src/backend/functions/number/parse-number.ts';
import { askFor, type Row } from './ask-for.ts';

describe('conversion', () => {
  it.each<Row>([
    ['{"to_string":null}', '"null"'],
    ['{"to_string":true}', '"true"'],
    ['{"to_string":1e21}', '"1.0E21"'],
    ['{"to_string":{"time":"2020-01-01T00:00:00Z"}}', '"2020-01-01T00:00:00Z"'],
    ['{"to_string":{"date":"2020-01-01"}}', '"2020-01-01"'],
    [
      '{"to_string":{"@uuid":"FFFFFFFF-FFFF-4FFF-8FFF-FFFFFFFFFFFF"}}',
      '"ffffffff-ffff-4fff-8fff-ffffffffffff"',
    ],
    ['{"to_double":"１２"}', '12.0'],
    ['{"to_double":".5"}', '0.5'],
    ['{"to_double":9223372036854775807}', '9.223372036854776E18'],
    ['{"to_integer":"5."}', '5'],
    ['{"to_integer":1e30}', '9223372036854775807'],
    ['{"to_integer":"NaN"}', '0'],
    ['{"to_integer":-1.9}', '-1'],
    ['{"to_time":1}', '{"@ts":"1970-01-01T00:00:00.001Z"}'],
    ['{"to_time":{"date":"2020-03-01"}}', '{"@ts":"2020-03-01T00:00:00Z"}'],
    ['{"to_time":"2020-01-01T00:00:00Z"}', '{"@ts":"2020-01-01T00:00:00Z"}'],
    ['{"to_date":{"time":"1969-12-31T23:59:59Z"}}', '{"@date":"1969-12-31"}'],
    ['{"to_object":[["a",1],["a",null]]}', '{"a":1,"a":null}'],
    ['{"to_object":{"object":{"a":1}}}', '{"a":1}'],
    ['{"to_array":{"object":{"b":1,"a":[2]}}}', '[["b",1],["a",[2]]]'],
    ['{"to_array":[1]}', '[1]'],
  ])('%s is %s', async (query, answer) => {
    expect(await askFor(query)).toBe(answer);
  });

  it.each<Row>([
    ['{"to_string":[1]}', '[] Cannot cast Array to String.'],
    ['{"to_string":{"tokens":null}}', '[] Cannot cast Collection Ref to String.'],
    ['{"to_number":true}', '[] Cannot cast Boolean to Number.'],
    ['{"to_number":"x"}', '[] Cannot cast String to Number.'],
    ['{"to_double":""}', '["to_double"] Cannot cast String to Double.'],
    ['{"to_integer":{"object":{}}}', '["to_integer"] Cannot cast Object to Integer.'],
    ['{"to_time":"x"}', `[] Cannot cast 'x' to a time.`],
    ['{"to_time":[1]}', '[] Cannot cast Array to Time.'],
    ['{"to_date":1}', '[] Cannot cast Integer to Date.'],
    ['{"to_date":"2020-01-01T00:00:00Z"}', `[] Cannot cast '2020-01-01T00:00:00Z' to a date.`],
    [
      '{"to_object":[["a"],["b",1],[1,2]]}',
      '["to_object",0] Field/Value expected, Array provided.\n["to_object",2] Field/Value expected, Array provided.',
    ],
    ['{"to_array":"x"}', '["to_array"] Cannot cast String to Array.'],
  ])('%s is refused: %s', async (query, answer) => {
    expect(await askFor(query)).toBe(answer);
  });

  it.each<readonly [string, bigint | number | undefined]>([
    ['1,234', 1234n],
    ['1,2,3', 123n],
    ['12abc', 12n],
    ['0x10', 0n],
    ['1e3', 1n],
    ['1E3', 1000n],
    ['1E-3', 0.001],
    ['1000E-2', 10n],
    ['1.0', 1n],
    ['1.50', 1.5],
    ['.5', 0.5],
    ['5.', 5n],
    [' 8 ', 8n],
    ['-7', -7n],
    ['-0', -0],
    ['NaN', Number.NaN],
    ['∞', Number.POSITIVE_INFINITY],
    ['9223372036854775807', 9_223_372_036_854_775_807n],
    ['9223372036854775808', 9_223_372_036_854_775_808],
    ['1.7976931348623157E308', 1.797_693_134_862_315_7e308],
    ['1E99999', Number.POSITIVE_INFINITY],
    ['', undefined],
    ['+5', undefined],
    ['x', undefined],
    ['Infinity', undefined],
    ['.', undefined],
    ['-', undefined],
  ])('reads %j as the number %s', (text, number) => {
    expect(parseNumber(text)).toBe(number);
  });

  it('reads every integer, and every double that JavaScript writes without an exponent', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }), (value) => {
        expect(parseNumber(String(value))).toBe(value);
      }),
    );
    fc.assert(
      fc.property(fc.double({ min: -1e20, max: 1e20, noNaN: true, noInteger: true }), (value) => {
        fc.pre(!String(value).includes('e'));
        expect(parseNumber(String(value))).toBe(value);
      }),
    );
  });
});

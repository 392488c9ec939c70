import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askFor, type Row } from './ask-for.ts';

/** One value of each type and some neighbours, smallest first (spec 4.11, Order of values). */
const ORDERED = [
  '-1.5',
  '0',
  '1',
  '{"@bytes":"AQ=="}',
  '""',
  '"_"',
  '"10"',
  '"9"',
  '"a"',
  '"A"',
  '"b"',
  '"é"',
  '"z"',
  '"Z"',
  '[]',
  '[1]',
  '[1,2]',
  '[2]',
  '{"object":{}}',
  '{"object":{"a":1}}',
  '{"tokens":null}',
  '{"time":"2020-01-01T00:00:00Z"}',
  '{"time":"2020-01-01T00:00:00.000000001Z"}',
  '{"date":"1970-01-01"}',
  '{"date":"2020-01-01"}',
  '{"query":{"lambda":"x","expr":1}}',
  '{"@uuid":"123e4567-e89b-12d3-a456-426614174000"}',
  'false',
  'true',
  'null',
];

describe('comparison', () => {
  it('follows the order of all values', async () => {
    const index = fc.nat(ORDERED.length - 1);
    await fc.assert(
      fc.asyncProperty(index, index, async (a, b) => {
        const ask = (name: string): string => `{"${name}":[${ORDERED[a] ?? ''},${ORDERED[b] ?? ''}]}`;
        const answers = await askFor(`[${['lt', 'lte', 'gt', 'gte'].map(ask).join(',')}]`);
        expect(answers).toBe(JSON.stringify([a < b, a <= b, a > b, a >= b]));
      }),
    );
  });

  it.each<Row>([
    [`{"lt":[${ORDERED.join(',')}]}`, 'true'],
    ['{"lt":1}', 'true'],
    ['{"lt":[1,2,2]}', 'false'],
    ['{"lte":[1,1.0,2]}', 'true'],
    ['{"gte":[3,2,2]}', 'true'],
    ['{"lt":[]}', '["lt"] Non-empty array expected.'],
    ['{"lt":[1,{"index":"nope"}]}', `["lt"] Ref refers to undefined index 'nope'`],
  ])('%s is %s', async (query, answer) => {
    expect(await askFor(query)).toBe(answer);
  });
});

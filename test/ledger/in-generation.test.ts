import { describe, expect, it } from 'vitest';
import { inWordsOf } from '../../src/ledger/in-generation.ts';
import { wire } from '../../src/ledger/kind.ts';
import { toWire, writeJson, type Generation } from '../../src/value/index.ts';
import { named, query, R2_IN_DB, set } from './spec/values.ts';

const R = named('c');

function written(text: string, generation: Generation): string | undefined {
  const [value] = wire(text);
  const spelled = value && inWordsOf(value, generation);
  return spelled && writeJson(toWire(spelled, generation));
}

describe('inWordsOf', () => {
  const old = '{"@ref":{"id":"c","class":{"@ref":{"id":"classes"}}}}';
  it.each<[string, Generation, string | undefined]>([
    [R, 'collections', R],
    [R, 'classes', old],
    [R, 'paths', '{"@ref":"classes/c"}'],
    [query(`{"get":${R}}`), 'classes', query(`{"get":${old}}`)],
    [query(`{"do":[${R}]}`), 'paths', query('{"do":[{"@ref":"classes/c"}]}')],
    [`[{"a":${query(R)}}]`, 'classes', `[{"a":${query(old)}}]`],
    [set(`"documents":${R}`), 'classes', set(`"documents":${old}`)],
    [R2_IN_DB, 'paths', undefined],
    [query(`{"get":${R2_IN_DB}}`), 'paths', undefined],
    [`{"a":[${R2_IN_DB}]}`, 'paths', undefined],
  ])('%s in the words of %s', (text, generation, expected) => {
    expect(written(text, generation)).toBe(expected);
  });
});

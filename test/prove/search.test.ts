import { describe, expect, it } from 'vitest';
import type { Format } from '../../src/format/index.ts';
import { kinds } from '../../src/ledger/kinds.ts';
import { searchFormat, type Searched } from '../../src/prove/search.ts';
import { firstDifference, show } from '../../src/value/index.ts';
import { needed } from './scripted-driver.ts';

function search(format: Format, names: readonly string[], runs = 30): readonly Searched[] {
  return searchFormat(format, { kinds: kinds.filter(({ name }) => names.includes(name)), runs, seed: 1 });
}

describe('searchFormat', () => {
  it('finds nothing where a text says everything', () => {
    const found = search(
      needed('http/2.7'),
      kinds.map(({ name }) => name),
      10,
    );
    expect(found.flatMap(({ pairs }) => pairs)).toEqual([]);
    expect(found.every(({ searched }) => searched > 0)).toBe(true);
  });

  it('gives pairs of different values with one text, the smallest first', () => {
    const format = needed('go/2.7');
    for (const { pairs } of search(format, ['date', 'bytes', 'native ref'])) {
      expect(pairs).not.toEqual([]);
      for (const { left, right, text } of pairs) {
        expect(firstDifference(left, right)).toBeDefined();
        expect([left, right].map((value) => format.mask(format.print(value)))).toEqual([text, text]);
      }
    }
  });

  it('finds among arbitrary values what no directed one shows, and shrinks it', () => {
    const honest = needed('py/2.7');
    // No directed long is one of these.
    const liar: Format = { ...honest, print: (value) => honest.print(value).replace(/^3\d$/, '30') };
    const [top] = search(liar, ['long'], 200);
    const [found, ...more] = top?.pairs.filter(({ found: how }) => how !== 'directed') ?? [];
    expect(more).toEqual([]);
    const shown = [found?.left, found?.right].map((value) => value && show(value));
    expect(new Set(shown)).toEqual(new Set(['30', '31']));
    expect(found?.found).toMatch(/^\d+(?::\d+)*$/);
  });

  it('counts what cannot be printed', () => {
    const [top, inside] = search(needed('java/2.7'), ['wide integer']);
    for (const one of [top, inside])
      expect(one).toMatchObject({ isUndefined: true, undefined: one?.searched });
  });

  it('speaks in the words of the generation', () => {
    const old: Format = { ...needed('http/2.1'), print: () => 'one text' };
    const [found] = search(old, ['named ref']);
    const [pair] = found?.pairs.filter(({ left }) => left.kind === 'ref') ?? [];
    expect(pair).toBeDefined();
    expect(JSON.stringify(pair)).not.toContain('"collections"');
  });
});

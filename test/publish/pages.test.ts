import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { pages } from '../../src/publish/pages.ts';

const folder = new URL('../../docs/formats/', import.meta.url);

describe('docs/formats', () => {
  test('has a page for each format and no other', () => {
    expect(readdirSync(folder).sort()).toStrictEqual(pages.map(({ name }) => name).sort());
  });

  test.each(pages)('$name is what the code says; if not, run `npm run pages`', ({ name, text }) => {
    expect(readFileSync(new URL(name, folder), 'utf8')).toBe(text());
  });
});

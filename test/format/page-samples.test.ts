import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { cs29 } from '../../src/format/cs/index.ts';
import { go27 } from '../../src/format/go/index.ts';
import type { Format } from '../../src/format/index.ts';
import { java27 } from '../../src/format/java/index.ts';
import { scala27 } from '../../src/format/scala/index.ts';
import { firstDifference, type Value } from '../../src/value/index.ts';

/** One-line prints in the documentation's pages, by what a line of each driver begins with. */
const BEGINNINGS: readonly (readonly [Format, RegExp])[] = [
  [cs29, /^ObjectV\(ref: .*collection = /],
  [go27, /^map\[instance:\{\d+ 0x/],
  [java27, /^\{ref: ref\(id = "/],
  [scala27, /^\{ref: ref\(id = "/],
];

describe.each(['create-a-token-2021.txt', 'login-2020.txt'])('the prints of %s', (page) => {
  const lines = readFileSync(new URL(`../../fixtures/samples/${page}`, import.meta.url), 'utf8').split('\n');

  test.each(BEGINNINGS)('are read as tokens by $id', (format, beginning) => {
    const prints = lines.filter((line) => beginning.test(line));
    expect(prints.length).toBeGreaterThan(0);
    for (const text of prints) {
      const reading = format.parse(text);
      const [token] = reading.ok ? reading.readings : [];
      expect(keysOf(token)).toEqual(['instance', 'ref', 'secret', 'ts']);
      expect(token && firstDifference(token, format.project(token))).toBeUndefined();
    }
  });
});

function keysOf(value: Value | undefined): readonly string[] {
  return value?.kind === 'object' ? value.entries.map(([key]) => key).sort() : [];
}

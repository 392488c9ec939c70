/** The three pages of the documentation: every sample is found, dated, and judged as spec/formats 16 says. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { formatOf } from '../../src/format/index.ts';
import { SAMPLES, type Sample } from '../format/samples.ts';
import { audit } from './tokens.ts';

/** A sample of a format that there is not yet is found, and cannot be judged. */
const isKnown = ({ format }: Sample): boolean => formatOf(format) !== undefined;
const UNKNOWN = SAMPLES.filter((sample) => !isKnown(sample)).length;

const PAGES = ['create-a-token-2021', 'login-2020', 'login-2018'] as const;
const audits = new Map(
  PAGES.map((page) => {
    const file = new URL(`../../fixtures/samples/${page}.txt`, import.meta.url);
    return [page, audit(readFileSync(file, 'utf8'))] as const;
  }),
);

function auditOf(page: (typeof PAGES)[number]) {
  const found = audits.get(page);
  if (found === undefined) throw new Error(page);
  return found;
}

describe.each(PAGES)('%s', (page) => {
  const expected = SAMPLES.filter((sample) => sample.page === page);

  test('has these samples, from their first line to their last, and no others', () => {
    expect(auditOf(page).samples.map(({ from, to }) => [from.line, to.line])).toEqual(
      expected.map(({ lines }) => lines),
    );
  });

  test('every sample is dated: something printed it, and its secret says when', () => {
    for (const { made, printedBy, number } of auditOf(page).samples.filter((_sample, index) => {
      const sample = expected[index];
      return sample !== undefined && isKnown(sample);
    })) {
      expect(made?.secret, `sample ${number}`).toMatch(/^20(?:17|18|20|21)-/);
      expect(printedBy, `sample ${number}`).not.toEqual([]);
    }
  });

  test('the format that printed it is among those that are named', () => {
    for (const [index, sample] of expected.entries()) {
      if (!isKnown(sample)) continue;
      const { format, tab } = sample;
      const ids = auditOf(page).samples[index]?.printedBy.map((one) => one.format.split('+')[0]);
      // The JSON tabs of 2018 are of the first API; the table of samples says only that they are JSON.
      const known = format === 'http/2.7' && page === 'login-2018' ? 'http/1' : format;
      expect(ids, `${tab} tab`).toContain(dated(known.split('+')[0] ?? known, page, tab));
    }
  });
});

test('26 of 27 tokens satisfy the invariants; the 2018 JavaScript sample is the one that does not', () => {
  const secrets = PAGES.map((page) => auditOf(page).secrets);
  expect(secrets.reduce((sum, { tokens }) => sum + tokens, 0)).toBe(27 - UNKNOWN);
  expect(secrets.reduce((sum, { sound }) => sum + sound, 0)).toBe(26 - UNKNOWN);
  const impossible = PAGES.flatMap((page) =>
    auditOf(page).findings.filter(({ code }) => code.startsWith('impossible')),
  );
  expect(impossible.map(({ level, place, message }) => [level, place.line, place.column, message])).toEqual([
    [
      'error',
      140,
      12,
      'The ref has the id 181388643175236096, the secret 200299703720477185; ts agrees with the secret.',
    ],
  ]);
});

test('the secret of a key in the curl command is the only one', () => {
  const keys = PAGES.flatMap((page) => auditOf(page).findings.filter(({ code }) => code === 'key-secret'));
  expect(keys.map(({ level, place }) => [level, place.line, place.column])).toEqual([['error', 39, 8]]);
  expect(keys[0]?.message).toContain('181388638431478272');
});

test('the tabs of 2020 and 2021 tell of six tokens each, those of 2018 mostly of one', () => {
  expect(
    PAGES.flatMap((page) => auditOf(page).examples.map(({ samples, agreeing }) => [samples, agreeing])),
  ).toEqual([
    [6, 1],
    [6, 1],
    [6, 1],
    [9, 6],
  ]);
});

test('Go prints addresses, once in each of its samples', () => {
  const places = PAGES.flatMap((page) => auditOf(page).findings.filter(({ code }) => code === 'address'));
  expect(places.map(({ place }) => `${place.line}:${place.column}`)).toEqual([
    '6:34',
    '25:34',
    '55:34',
    '107:29',
  ]);
});

/** The token of 2020 is older than the format that prints the same text today. */
function dated(format: string, page: string, tab: string): string {
  return format === 'js/4.3' && page === 'login-2020' && tab === 'JavaScript' ? 'js/2.14.2' : format;
}

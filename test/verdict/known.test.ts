import { describe, expect, it } from 'vitest';
import { knownDivergences, matchKnown, type Judged, type KnownDivergence } from '../../src/verdict/known.ts';

const entry: KnownDivergence = {
  id: 'js-rounding',
  driver: 'javascript',
  versions: '>=4.0.0 <5',
  scenario: 'value-kinds',
  steps: ['largest integer'],
  expectation: 'decodes what was answered',
  shape: 'value: long ≠ number',
  reason: 'src/_json.js reads integers as numbers',
};
const check = {
  scenario: 'value-kinds',
  driver: 'javascript',
  step: 'largest integer',
  expectation: 'decodes what was answered',
};
const failing = (shape: string): Judged => ({
  check,
  verdict: 'fail',
  finding: { move: 'decoder', shape, detail: '' },
});
const passing: Judged = { check, verdict: 'pass' };
const match = (judged: readonly Judged[], entries = [entry], version = '4.8.2') =>
  matchKnown(judged, { version: 1, entries }, new Map([['javascript', version]]));

describe('known divergences', () => {
  it('expects what fails just so, and keeps the verdict', () => {
    const { results, stale } = match([failing('value: long ≠ number')]);
    expect(results).toMatchObject([{ verdict: 'fail', known: 'js-rounding', expected: true }]);
    expect(stale).toEqual([]);
  });

  it('is red when it fails differently', () => {
    const { results, stale } = match([failing('kind: long ≠ string')]);
    expect(results).toMatchObject([{ verdict: 'fail', expected: false }]);
    expect(stale).toMatchObject([{ problem: expect.stringContaining('fails differently') }]);
  });

  it('is red when it passes', () => {
    const { results, stale } = match([passing]);
    expect(results).toMatchObject([{ verdict: 'pass', expected: true }]);
    expect(stale).toMatchObject([{ problem: expect.stringContaining('passes now') }]);
  });

  it('is red when it matches no check of a scenario that ran', () => {
    const { stale } = match([passing], [{ ...entry, steps: ['no such step'] }]);
    expect(stale).toMatchObject([{ problem: expect.stringContaining('matches no check') }]);
  });

  it('says nothing of scenarios that did not run, and of other versions', () => {
    expect(match([passing], [{ ...entry, scenario: 'other' }]).stale).toEqual([]);
    expect(match([passing], [entry], '3.0.1').stale).toEqual([]);
    expect(match([failing(entry.shape)], [entry], '3.0.1').results).toMatchObject([{ expected: false }]);
  });

  it.each([
    ['an unknown member', { ...entry, remark: 'x' }],
    ['a range that is none', { ...entry, versions: 'four' }],
    ['no reason', { ...entry, reason: '' }],
    ['neither steps nor example', { ...entry, steps: undefined }],
    ['both steps and example', { ...entry, example: [1] }],
  ])('the file is refused with %s', (_what, broken) => {
    expect(knownDivergences.safeParse({ version: 1, entries: [broken] }).success).toBe(false);
  });

  it.each([
    'unavailable',
    'broken',
    'crashed',
    'timed out',
    'protocol error',
    'unsupported',
    'not run',
  ] as const)('%s is never a pass', (verdict) => {
    const { results } = match(
      [{ check, verdict, finding: { move: 'shim', shape: verdict, detail: '' } }],
      [],
    );
    expect(results).toMatchObject([{ verdict, expected: verdict === 'unavailable' }]);
  });
});

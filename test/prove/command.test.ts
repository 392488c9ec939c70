import { describe, expect, it } from 'vitest';
import { proofSchema } from '../../src/prove/proof.ts';
import { printproof } from '../e2e/printproof.ts';

const MODEL = ['--no-drivers', '--runs', '5'] as const;

describe('printproof ambiguity', () => {
  it('shows the smallest pair of a kind, and what is injective as far as searched', async () => {
    const { stdout, exitCode } = await printproof(
      'ambiguity',
      '--format',
      'java/2.7',
      '--kind',
      'string,date',
      ...MODEL,
    );
    expect(stdout).toContain('java/2.7: what its model says; Java was not asked');
    expect(stdout).toMatch(/No two values with one text found: date \(\d+\)/);
    expect(stdout).toContain('string inside:');
    expect(exitCode).toBe(0);
  });

  it('writes the proof as JSON with --json, and nothing else', async () => {
    const { stdout, exitCode } = await printproof(
      'ambiguity',
      '--format',
      'py/2.7',
      '--kind',
      'null',
      '--json',
      ...MODEL,
    );
    const proof = proofSchema.parse(JSON.parse(stdout));
    expect(proof.formats.map(({ format }) => format)).toEqual(['py/2.7']);
    expect(proof.formats[0]?.kinds.map(({ position, verdict }) => [position, verdict])).toEqual([
      ['top', 'ambiguous'],
      ['inside', 'injective'],
    ]);
    expect(exitCode).toBe(0);
  });

  it.each<[string[], string]>([
    [['--format', 'jav/2.7'], 'Did you mean "java/2.7"?'],
    [['--kind', 'dats'], 'Did you mean "date"?'],
    [['--runs', '0'], 'It must be a positive integer.'],
    [['--seed', 'x'], 'It must be an integer.'],
    [['--formta', 'x'], 'Did you mean --format?'],
  ])('%s is a mistake: exit status 2, one clear message', async (args, hint) => {
    const { stdout, stderr, exitCode } = await printproof('ambiguity', ...args, '--no-drivers');
    expect(stderr).toContain(hint);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect([stdout, exitCode]).toEqual(['', 2]);
  });
});

import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { renderTerminal } from '../../src/report/terminal.ts';
import type { RunRecord } from '../../src/verdict/record.ts';
import type { Result } from '../../src/verdict/verdict.ts';
import { arbitraryRecord, HOSTILE } from './arbitrary-record.ts';

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.constantFrom(...HOSTILE),
);
const tame = arbitraryRecord(fc.stringMatching(/^[a-z][a-z0-9-]{0,30}$/));
const runs = { numRuns: 60 };

describe('the table', () => {
  it('fits 80 columns, whatever was printed', () => {
    fc.assert(
      fc.property(arbitraryRecord(anyText), fc.boolean(), (record, colour) => {
        for (const line of renderTerminal(record, { colour }).split('\n'))
          expect(stringWidth(stripVTControlCharacters(line)), line).toBeLessThanOrEqual(80);
      }),
      runs,
    );
  });

  it('lets nothing that was printed command the terminal', () => {
    fc.assert(
      fc.property(arbitraryRecord(anyText), (record) => {
        expect(renderTerminal(record)).not.toMatch(/(?!\n)[\p{Cc}\p{Cs}]|[\u202a-\u202e]/u);
      }),
      runs,
    );
  });

  it('says the same with colours as without', () => {
    fc.assert(
      fc.property(arbitraryRecord(anyText), (record) => {
        expect(stripVTControlCharacters(renderTerminal(record, { colour: true }))).toBe(
          renderTerminal(record),
        );
      }),
      runs,
    );
  });

  it('writes the names of six real drivers in full', () => {
    const names = ['csharp', 'go', 'java', 'javascript', 'python', 'scala'];
    const record = recordOf(
      names.flatMap((driver) => [result('token-without-credentials', driver, 'a step', 'x', true)]),
      names,
    );
    const [head] = renderTerminal(record).split('\n');
    for (const name of names) expect(head).toContain(name);
  });

  it('gives every driver a column, however many there are', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), (count) => {
        const names = Array.from({ length: count }, (_, index) => `driver-${index}`);
        const record = recordOf(
          names.map((driver) => result('s', driver, 'a step', 'x', true)),
          names,
        );
        const table = renderTerminal(record).split('\n\nn checks passed')[0] ?? '';
        for (const name of names) expect(table.split(/\s+/)).toContain(name);
      }),
      { numRuns: 20 },
    );
  });
});

describe('the red list', () => {
  it('tells checks of one cause once, and counts them', () => {
    const record = recordOf(
      Array.from({ length: 40 }, (_, step) => result('s', 'go', `step ${step}`, 'prints the error', false)),
    );
    const text = renderTerminal(record);
    expect(text.match(/✗ s › go/g)).toHaveLength(1);
    expect(text).toContain('at step 0, step 1, step 2 and 37 more');
    expect(text.match(/npx printproof run/g)).toHaveLength(1);
  });

  it('tells twenty causes, and how many more there are', () => {
    const record = recordOf(
      Array.from({ length: 25 }, (_, step) => result('s', 'go', `step ${step}`, 'x', false, `cause ${step}`)),
    );
    const text = renderTerminal(record);
    expect(text.match(/^✗ /gm)).toHaveLength(20);
    expect(text).toContain('… and 5 more causes of 5 red checks in the report.');
  });

  it('keeps causes of different drivers and verdicts apart', () => {
    fc.assert(
      fc.property(tame, (record) => {
        const red = record.results.filter(({ expected }) => !expected);
        const causes = new Set(
          red.map(({ check, verdict, finding }) =>
            JSON.stringify([check.scenario, check.driver, verdict, finding?.move, finding?.shape]),
          ),
        );
        const told = renderTerminal({ ...record, stale: [], discoveries: [] }).match(/^✗ /gm) ?? [];
        expect(told).toHaveLength(Math.min(20, causes.size));
      }),
      runs,
    );
  });

  it('breaks a long command where a shell joins it again', () => {
    const path = Array.from({ length: 60 }, (_, index) => index).join(':');
    const record: RunRecord = {
      ...recordOf([]),
      discoveries: [
        {
          driver: 'go',
          expectation: 'x',
          shape: 'y',
          detail: 'z',
          example: null,
          replay: { scenario: 'generated-values', seed: 7, path },
        },
      ],
    };
    const text = renderTerminal(record);
    const start = text.indexOf('npx printproof');
    const command = text.slice(start, text.indexOf('\n\n', start));
    expect(command).toContain('\\\n');
    expect(command.replaceAll('\\\n', '').split(/\s+/).join(' ')).toBe(
      `npx printproof run --scenario generated-values --driver go --seed 7 --path ${path}`,
    );
  });
});

function result(
  scenario: string,
  driver: string,
  step: string,
  expectation: string,
  expected: boolean,
  shape = 'one cause',
): Result {
  const check = { scenario, driver, step, expectation };
  return expected
    ? { check, verdict: 'pass', expected }
    : { check, verdict: 'fail', expected, finding: { move: 'printer', shape, detail: 'It differs.' } };
}

function recordOf(results: readonly Result[], drivers: readonly string[] = ['go']): RunRecord {
  const [any] = fc.sample(tame, { seed: 1, numRuns: 1 });
  const driver = any?.drivers[0];
  if (any === undefined || driver === undefined) throw new Error('fast-check gave no record');
  return {
    ...any,
    drivers: drivers.map((name) => ({ ...driver, name })),
    results,
    stale: [],
    discoveries: [],
  };
}

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { rowIds, rowIdsOfTests } from './row-ids.ts';
import { acceptanceRows } from './rows.ts';
import { acceptanceTable, type RowTests } from './table.ts';

const folder = new URL('.', import.meta.url);
const rows = acceptanceRows();

/** The files that carry each id. A row whose test fails shows as that test. */
function testsInSources(): ReadonlyMap<string, RowTests> {
  const tests = new Map<string, RowTests>();
  const names = readdirSync(folder).filter((name) => name.endsWith('.test.ts') && name !== 'table.test.ts');
  for (const name of names.sort())
    for (const id of new Set(rowIdsOfTests(readFileSync(new URL(name, folder), 'utf8'))))
      tests.set(id, { files: [...(tests.get(id)?.files ?? []), name], passes: true });
  return tests;
}

describe('the table of acceptance rows', () => {
  const tests = testsInSources();

  it('has every row once, and a test for each', () => {
    expect(rows).toHaveLength(575);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(575);
    expect(rows.filter(({ id }) => !tests.has(id))).toEqual([]);
  });

  it('knows every id that a test carries', () => {
    const known = new Set(rows.map(({ id }) => id));
    expect([...tests.keys()].filter((id) => !known.has(id))).toEqual([]);
  });

  it('is current, and says that all of them pass', () => {
    const committed = readFileSync(new URL('../../../docs/acceptance.md', folder), 'utf8');
    // The texts differ when a test got an id or lost one, or when the table was written while one failed.
    expect(committed).toBe(acceptanceTable(rows, tests));
    expect(committed).not.toContain('**no**');
  });

  it('shows what fails and what has no test', () => {
    const table = acceptanceTable(
      [
        { id: 'AA-1', what: 'a | b' },
        { id: 'AA-2', what: 'c' },
        { id: 'AA-3', what: 'd' },
      ],
      new Map([
        ['AA-1', { files: ['x.test.ts', 'y.test.ts'], passes: true }],
        ['AA-2', { files: ['x.test.ts'], passes: false }],
      ]),
    );
    expect(table).toContain('**1 of 3 rows pass.**');
    expect(table).toContain('| AA-1 | a \\| b | `x.test.ts`, `y.test.ts` | yes |');
    expect(table).toContain('| AA-2 | c | `x.test.ts` | **no** |');
    expect(table).toContain('| AA-3 | d | **none** | **no** |');
  });

  it.each([
    ['AF-1 logs in', ['AF-1']],
    ['RD-20 … RD-22 first', ['RD-20', 'RD-21', 'RD-22']],
    ['AF-1 AU-9 both', ['AF-1', 'AU-9']],
    ['no id', []],
  ])('reads the ids of "%s"', (title, ids) => {
    expect(rowIds(title)).toEqual(ids);
  });
});

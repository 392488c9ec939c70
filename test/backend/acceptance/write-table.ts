/** Runs the acceptance tests and writes what they say to `docs/acceptance.md`: `npx tsx test/backend/acceptance/write-table.ts`. */
import { execa } from 'execa';
import { writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { rowIds } from './row-ids.ts';
import { acceptanceRows } from './rows.ts';
import { acceptanceTable, type RowTests } from './table.ts';

const REPORT = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
});

const root = fileURLToPath(new URL('../../..', import.meta.url));

async function main(): Promise<void> {
  const { stdout } = await execa(
    'npx',
    ['vitest', 'run', 'test/backend/acceptance', '--reporter=json', '--exclude', '**/table.test.ts'],
    {
      cwd: root,
      preferLocal: true,
      // A failing test is a result here.
      reject: false,
      stderr: 'inherit',
    },
  );
  const table = acceptanceTable(acceptanceRows(), testsOf(REPORT.parse(JSON.parse(stdout))));
  writeFileSync(new URL('docs/acceptance.md', `file://${root}`), table);
}

function testsOf({ testResults }: z.infer<typeof REPORT>): ReadonlyMap<string, RowTests> {
  const tests = new Map<string, RowTests>();
  for (const { name, assertionResults } of testResults)
    for (const { fullName, status } of assertionResults)
      for (const id of rowIds(fullName)) {
        const { files, passes } = tests.get(id) ?? { files: [], passes: true };
        const all = [...new Set([...files, basename(name)])].sort();
        tests.set(id, { files: all, passes: passes && status === 'passed' });
      }
  return tests;
}

void main();

import type { Row } from './rows.ts';

/** What is known of a row: the files whose tests carry its id, and whether each of these tests passes. */
export interface RowTests {
  readonly files: readonly string[];
  readonly passes: boolean;
}

/** `docs/acceptance.md`: which rows of the acceptance checklist pass. */
export function acceptanceTable(rows: readonly Row[], tests: ReadonlyMap<string, RowTests>): string {
  const passing = rows.filter(({ id }) => tests.get(id)?.passes === true).length;
  return [
    '# Acceptance of the embedded backend',
    '',
    'Every row is a test case of the database core’s own specs, restated, and is a test here that carries its id. Written by',
    '`npx tsx test/backend/acceptance/write-table.ts`, which runs these tests; not to be edited.',
    '',
    `**${String(passing)} of ${String(rows.length)} rows pass.**`,
    '',
    '| row | what | tests | passes |',
    '| --- | --- | --- | --- |',
    ...rows.map((row) => lineOf(row, tests.get(row.id))),
    '',
  ].join('\n');
}

function lineOf({ id, what }: Row, tests: RowTests | undefined): string {
  const cells = [
    id,
    what.replaceAll('|', '\\|'),
    tests === undefined ? '**none**' : tests.files.map((file) => `\`${file}\``).join(', '),
    tests?.passes === true ? 'yes' : '**no**',
  ];
  return `| ${cells.join(' | ')} |`;
}

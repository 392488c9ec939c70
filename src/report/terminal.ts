import { checkName, VERDICTS, type Result } from '../verdict/verdict.ts';
import type { DriverRecord, RunRecord } from '../verdict/record.ts';
import { replayCommand } from './replay-command.ts';

/** The terminal that everybody has. */
const COLUMNS = 80;

/** A run for a terminal of 80 columns: a matrix of scenarios and drivers, then what is red and why, then the totals. */
export function renderTerminal(record: RunRecord): string {
  return [
    ...matrix(record),
    '',
    ...legend(record.drivers),
    ...red(record.results, record.seed),
    ...record.stale.map(({ id, problem }) => wrap(`STALE known divergence ${id} ${problem}`)),
    ...discoveries(record),
    totals(record),
    '',
  ].join('\n');
}

function matrix({ drivers, scenarios, results }: RunRecord): string[] {
  const first = Math.max(8, ...scenarios.map(({ name }) => name.length)) + 1;
  const width = Math.max(7, Math.floor((COLUMNS - first) / Math.max(1, drivers.length)));
  const row = (head: string, cells: readonly string[]): string =>
    (head.padEnd(first) + cells.map((cell) => cell.padStart(width)).join('')).trimEnd();
  return [
    row(
      'scenario',
      drivers.map(({ name }) => name.slice(0, width - 1)),
    ),
    ...scenarios.map((scenario) =>
      row(
        scenario.name,
        drivers.map((driver) =>
          cell(
            results.filter(({ check }) => check.scenario === scenario.name && check.driver === driver.name),
          ),
        ),
      ),
    ),
  ];
}

/** `38` passed; `36 k2` two of them known divergences; `35 ✗3` red; `–` not there. */
function cell(results: readonly Result[]): string {
  const passed = results.filter(({ verdict }) => verdict === 'pass').length;
  const known = results.filter((result) => result.known !== undefined).length;
  const bad = results.filter(({ expected }) => !expected).length;
  if (results.every(({ verdict }) => verdict === 'unavailable')) return '–';
  return `${passed}${known === 0 ? '' : ` k${known}`}${bad === 0 ? '' : ` ✗${bad}`}`;
}

function legend(drivers: readonly DriverRecord[]): string[] {
  return [
    'n checks passed · kN known divergences · ✗N red · – driver unavailable',
    ...drivers.map(({ title, version, state }) => {
      if (state.kind === 'ran') return wrap(`${title} ${version} on ${state.runtime}`);
      if (state.kind === 'unavailable')
        return wrap(`${title} ${version} UNAVAILABLE: ${state.missing}. ${state.get}`);
      return wrap(`${title} ${version} BROKEN: ${state.problem}`);
    }),
    '',
  ];
}

function red(results: readonly Result[], seed: number): string[] {
  return results
    .filter(({ expected }) => !expected)
    .flatMap(({ check, verdict, finding }) => [
      wrap(`✗ ${checkName(check)}`),
      wrap(`${verdict}${finding === undefined ? '' : `, ${finding.move}'s move: ${finding.detail}`}`, '    '),
      `    ${replayCommand(check, seed)}`,
      '',
    ]);
}

function discoveries({ discoveries: found }: RunRecord): string[] {
  if (found.length === 0) return [];
  return [
    'Smallest counter-examples of the generated scenarios:',
    ...found.map(({ driver, shape, detail, known }) =>
      wrap(`${known === undefined ? '✗' : 'k'} ${driver}: ${shape}: ${detail}`, '  '),
    ),
    '',
  ];
}

function totals({ totals: { planned, reported, verdicts, known, unexpected } }: RunRecord): string {
  const counts = VERDICTS.flatMap((verdict) =>
    verdicts[verdict] === undefined ? [] : [`${verdicts[verdict]} ${verdict}`],
  );
  return wrap(
    `${planned} checks planned, ${reported} reported: ${counts.join(', ')}; ${known} known divergences, ${unexpected} unexpected.`,
  );
}

/** Breaks a text at blanks into lines of the terminal's width, the later ones indented. */
function wrap(text: string, indent = ''): string {
  const lines: string[] = [];
  let line = indent;
  for (const word of text.split(/\s+/)) {
    if (line.trim() !== '' && line.length + word.length + 1 > COLUMNS) {
      lines.push(line);
      line = `${indent}  `;
    }
    line += line.trim() === '' ? word : ` ${word}`;
  }
  return [...lines, line].join('\n');
}

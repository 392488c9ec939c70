/**
 * A run for a terminal of 80 columns: a matrix of scenarios and drivers, then what is red and why, then the totals. No line
 * is longer, whatever a driver printed, and no character of a print reaches the terminal as a command.
 */
import type { DriverRecord, RunRecord } from '../verdict/record.ts';
import { VERDICTS } from '../verdict/verdict.ts';
import { matrixLines } from './terminal/matrix-lines.ts';
import { paintWith, type Paint } from './terminal/paint.ts';
import { commandLines, textLines } from './terminal/lines.ts';
import { redGroups, type RedGroup } from './red-groups.ts';
import { replayCommand } from './replay-command.ts';

/** Groups of red checks that are told one by one; a run that went wrong altogether is read in the report. */
const GROUPS_TOLD = 20;

/** Steps that a group names. */
const STEPS_TOLD = 3;

/** The table, the red list and the totals; with escape sequences when `colour`. */
export function renderTerminal(record: RunRecord, { colour = false } = {}): string {
  const paint = paintWith(colour);
  return [
    ...matrixLines(record, paint),
    '',
    ...legend(record.drivers, paint),
    '',
    ...red(record, paint),
    ...stale(record, paint),
    ...discoveries(record, paint),
    ...totals(record, paint),
    '',
  ].join('\n');
}

function legend(drivers: readonly DriverRecord[], paint: Paint): string[] {
  return [
    'n checks passed · kN known divergences · ✗N red · – driver unavailable',
    ...drivers.flatMap(({ title, version, state }) => {
      switch (state.kind) {
        case 'ran':
          return textLines(`${title} ${version} on ${state.runtime}`);
        case 'unavailable':
          return textLines(`${title} ${version} UNAVAILABLE: ${state.missing}. ${state.get}`, paint.soft);
        case 'broken':
          return textLines(`${title} ${version} BROKEN: ${state.problem}`, paint.red);
      }
    }),
  ];
}

function red({ results, seed }: RunRecord, paint: Paint): string[] {
  const groups = redGroups(results);
  const more = groups.slice(GROUPS_TOLD);
  const checks = more.reduce((sum, group) => sum + group.results.length, 0);
  return [
    ...groups.slice(0, GROUPS_TOLD).flatMap((group) => redLines(group, seed, paint)),
    ...(more.length === 0
      ? []
      : [
          ...textLines(`… and ${more.length} more causes of ${checks} red checks in the report.`, paint.red),
          '',
        ]),
  ];
}

function redLines(
  { scenario, driver, first, results, steps, expectations }: RedGroup,
  seed: number,
  paint: Paint,
): string[] {
  const [expectation = ''] = expectations;
  const what = expectations.length === 1 ? expectation : `${results.length} checks: ${expectation}, …`;
  const rest = steps.length > STEPS_TOLD ? ` and ${steps.length - STEPS_TOLD} more` : '';
  const { verdict, finding } = first;
  return [
    ...textLines(`✗ ${scenario} › ${driver} › ${what}`, paint.red),
    ...textLines(`at ${steps.slice(0, STEPS_TOLD).join(', ')}${rest}`, paint.plain, '    '),
    ...textLines(
      `${verdict}${finding === undefined ? '' : `, ${finding.move}'s move: ${finding.detail}`}`,
      paint.plain,
      '    ',
    ),
    ...commandLines(replayCommand({ scenario, driver, expectation }, seed), '    '),
    '',
  ];
}

function stale({ stale: entries }: RunRecord, paint: Paint): string[] {
  if (entries.length === 0) return [];
  return [
    ...entries.flatMap(({ id, problem }) => textLines(`✗ The known divergence ${id} ${problem}.`, paint.red)),
    '',
  ];
}

function discoveries({ discoveries: found }: RunRecord, paint: Paint): string[] {
  if (found.length === 0) return [];
  return [
    'Smallest counter-examples of the generated scenarios:',
    ...found.flatMap(({ driver, shape, detail, known, replay }) => [
      ...textLines(
        `${known === undefined ? '✗' : 'k'} ${driver}: ${shape}: ${detail}`,
        known === undefined ? paint.red : paint.known,
        '  ',
      ),
      ...commandLines(replayCommand({ scenario: replay.scenario, driver }, replay.seed, replay.path), '    '),
    ]),
    '',
  ];
}

function totals({ totals: counts, stale: entries }: RunRecord, paint: Paint): string[] {
  const { planned, reported, verdicts, known, unexpected } = counts;
  const words = VERDICTS.flatMap((verdict) =>
    verdicts[verdict] === undefined ? [] : [`${verdicts[verdict]} ${verdict}`],
  );
  return textLines(
    `${planned} checks planned, ${reported} reported: ${words.join(', ')}; ${known} known divergences, ${unexpected} unexpected.`,
    unexpected === 0 && entries.length === 0 ? paint.green : paint.red,
  );
}

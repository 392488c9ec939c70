import type { ConformReport, Counts } from './report.ts';
import type { ReplayResult } from './result.ts';

export interface RenderOptions {
  /** How many differences to show side by side. Default 10. */
  readonly differences?: number | undefined;
  /** Rows for functions that all agree, too. Default false. */
  readonly allFunctions?: boolean | undefined;
}

/** The report as text for people: a table per recording and function, then the first differences, then one line. */
export function renderConformTable(report: ConformReport, options: RenderOptions = {}): string {
  const { differences = 10, allFunctions = false } = options;
  const functions = report.functions.filter((row) => allFunctions || row.different + row.excepted > 0);
  const shown = report.differences
    .filter(({ outcome }) => outcome.kind === 'different')
    .slice(0, differences);
  return [
    table(
      'recording',
      report.recordings.map((row) => [row.recording, row]),
    ),
    ...(functions.length === 0
      ? []
      : [
          '',
          table(
            allFunctions ? 'function' : 'function (those with differences)',
            functions.map((row) => [`${row.recording}  ${row.function}`, row]),
          ),
        ]),
    ...shown.flatMap((result) => ['', differenceText(result)]),
    ...report.staleExceptions.map(
      (exception) =>
        `\nThe exception for ${exception.recording} ${exception.history} #${exception.step} is stale: it answered as recorded. Remove it.`,
    ),
    '',
    summary(report, shown.length),
    '',
  ].join('\n');
}

function table(title: string, rows: readonly (readonly [name: string, counts: Counts])[]): string {
  const head = [title, 'exchanges', 'same', 'different', 'excepted', 'unstable'];
  const cells = rows.map(([name, row]) => [
    name,
    ...[row.exchanges, row.same, row.different, row.excepted, row.unstable].map(String),
  ]);
  const widths = head.map((text, column) =>
    Math.max(text.length, ...cells.map((row) => (row[column] ?? '').length)),
  );
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ');
  return [line(head), ...cells.map(line)].join('\n');
}

function differenceText(result: ReplayResult): string {
  if (result.outcome.kind !== 'different') return '';
  const { where, at, recorded, got, why } = result.outcome.difference;
  const place = at === undefined ? where : `${where} ${typeof at === 'number' ? `at ${at}` : at}`;
  return [
    `${result.recording} ${result.history} #${result.step}  ${result.function}  (${result.label})  ${place}${why === undefined ? '' : `: ${why}`}`,
    `  recorded  ${oneLine(recorded)}`,
    `  got       ${oneLine(got)}`,
  ].join('\n');
}

function oneLine(text: string): string {
  return text.replaceAll('\n', '↵').slice(0, 400);
}

function summary(report: ConformReport, shown: number): string {
  const { total } = report;
  const compared = total.exchanges - total.unstable;
  const rate = compared === 0 ? 'nothing was compared' : `${((100 * total.same) / compared).toFixed(2)} %`;
  const hidden = total.different - shown;
  return [
    `${report.url}: ${total.same} of ${compared} exchanges answered as recorded (${rate})`,
    total.different === 0
      ? ''
      : `, ${total.different} different${hidden > 0 ? ` (${hidden} not shown)` : ''}`,
    total.excepted === 0 ? '' : `, ${total.excepted} excepted`,
    total.unstable === 0 ? '' : `; ${total.unstable} unstable ones sent and not compared`,
    '.',
  ].join('');
}

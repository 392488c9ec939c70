import wrapAnsi from 'wrap-ansi';
import type { AuditedSample, PageAudit, Today } from '../audited.ts';
import { LEVELS } from '../finding.ts';
import { rangesOf } from './ranges.ts';

/** Columns of a terminal that everybody has. */
const COLUMNS = 80;

const TODAY: Readonly<Record<Today['state'], string>> = {
  same: 'same',
  layout: 'same but layout',
  changed: 'other text',
  unknown: 'cannot be told',
};

/** A page's audit for people: its samples as a table, then what is wrong, place by place. */
export function renderPage(audit: PageAudit): string {
  const { path, samples, examples, secrets, findings } = audit;
  const head = `${path}: ${count(samples.length, 'sample')}${samples.length === 0 ? '' : ` in ${count(examples.length, 'example')}`}`;
  const lines = [head];
  if (samples.length > 0) lines.push(...table(samples.flatMap(rowsOf)));
  for (const { number, samples: all, agreeing } of examples)
    if (all > 1)
      lines.push(
        agreeing === all
          ? `  Example ${number}: all ${all} tabs describe one value.`
          : `  Example ${number}: ${agreeing === 1 ? `no two of ${all} tabs` : `only ${agreeing} of ${all} tabs`} describe one value.`,
      );
  if (secrets.tokens > 0)
    lines.push(
      `  ${secrets.sound} of ${count(secrets.tokens, 'token')} satisfy the invariants of id, ts and secret, from ${count(secrets.scopes.length, 'database')}.`,
    );
  for (const { place, level, code, message } of findings)
    lines.push(`  ${path}:${place.line}:${place.column} ${level} ${code}`, ...wrapped(message));
  lines.push(`  ${summary(audit)}`);
  return `${lines.join('\n')}\n`;
}

/** How many findings of each level: `1 error, 2 warnings`. */
export function summary({ findings }: Pick<PageAudit, 'findings'>): string {
  const counts = LEVELS.map((level) => count(findings.filter((one) => one.level === level).length, level));
  return findings.length === 0
    ? 'Nothing to say against it.'
    : `${counts.filter((text) => !text.startsWith('0 ')).join(', ')}.`;
}

export function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}

type Row = readonly [
  number: string,
  place: string,
  tab: string,
  printedBy: string,
  made: string,
  today: string,
];

function rowsOf({ number, from, label = '', fit, printedBy, made, today }: AuditedSample): readonly Row[] {
  const drivers = rangesOf(printedBy);
  const day = (made?.secret ?? made?.ts ?? made?.id ?? '').slice(0, 10);
  const place = `${from.line}:${from.column}`;
  if (drivers.length === 0) return [[String(number), place, label, 'no driver', day, '']];
  return drivers.map(({ driver, releases }, index): Row => {
    const now = today.find((one) => one.driver === driver);
    // What no release prints just so was not printed then, and is not now.
    const isLike = fit === 'lenient';
    const state = now === undefined || isLike ? '' : TODAY[now.state];
    const by = `${isLike ? 'like ' : ''}${driver} ${releases}`;
    return index === 0 ? [String(number), place, label, by, day, state] : ['', '', '', by, '', state];
  });
}

function table(rows: readonly Row[]): readonly string[] {
  const all: readonly Row[] = [['#', 'place', 'tab', 'printed by', 'made', 'today'], ...rows];
  const columns = [0, 1, 2, 3, 4, 5].filter((at) => rows.some((row) => row[at] !== ''));
  const widths = columns.map((at) => Math.max(...all.map((row) => row[at]?.length ?? 0)));
  // The widest column gives way: releases are broken at commas and spaces.
  const rest =
    COLUMNS - 4 - widths.reduce((sum, width, index) => sum + (columns[index] === 3 ? 2 : width + 2), 0);
  return all.flatMap((row) => {
    const cells = columns.map((at) =>
      at === 3 ? wrapAnsi(row[at] ?? '', Math.max(rest, 24)).split('\n') : [row[at] ?? ''],
    );
    const height = Math.max(...cells.map(({ length }) => length));
    return Array.from({ length: height }, (_, line) =>
      `    ${cells.map((cell, index) => (cell[line] ?? '').padEnd(columns[index] === 3 ? Math.min(widths[index] ?? 0, Math.max(rest, 24)) : (widths[index] ?? 0))).join('  ')}`.trimEnd(),
    );
  });
}

function wrapped(text: string): readonly string[] {
  return wrapAnsi(text, COLUMNS - 6, { hard: true })
    .split('\n')
    .map((line) => `      ${line}`);
}

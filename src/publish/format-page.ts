/**
 * The page of a print format, made from the format itself: what it says of itself, what it prints, what is lost, which values
 * share a text. Only what `about` holds is written by hand.
 */
import type { Format, Leniency } from '../format/index.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { exampleRow } from './example-row.ts';
import { examples, token } from './examples.ts';
import { inGeneration } from '../value/index.ts';
import { lossRows, pairRows } from './loss-rows.ts';
import { block, table } from './markdown.ts';
import { releasesText } from './releases-text.ts';

/** The whole text of a format's page; `variants` are the formats that differ from it by a runtime. */
export function formatPage(format: Format, variants: readonly Format[], ledger: Ledger): string {
  const { about } = format;
  const parts = [
    `# \`${format.id}\`: what ${about.driver} prints`,
    'Made from the code by `npm run pages`; not to be edited.',
    facts(format),
    `## The result of a Login\n\n${block(tokenText(format), 'text')}`,
    `## Examples\n\nRaw line feeds show as ⏎.\n\n${table(
      ['what', 'on the wire', 'printed', 'reads as'],
      examples.map((example) => exampleRow(format, example)),
    )}`,
    `## What is lost\n\n${LEDGER_NOTE}\n\n${table(['kind', 'where', 'fate', 'what, and a value that shows it'], lossRows(ledger.cells))}`,
    ambiguities(ledger),
    `## Grammar\n\n${block(about.grammar.trim(), 'ebnf')}`,
    leniencies(about.leniencies),
    variantsPart(variants),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

const LEDGER_NOTE =
  'Computed over directed and arbitrary values of each kind. kept: the text of each says which value it is; degraded: some ' +
  'texts do not; lost: none does; undefined: the driver can print none.';

function facts({ about, free }: Format): string {
  const lines = [
    `- releases: ${releasesText(about.releases)}`,
    `- print statement: \`${about.statement}\``,
    `- refs on the wire: ${WIRE[about.generation]}`,
    about.change === undefined ? '' : `- changed: ${about.change}`,
    `- evidence: ${EVIDENCE[about.evidence]}`,
    ...free.map((part) => `- no function of the value: ${part}`),
  ];
  return lines.filter((line) => line !== '').join('\n');
}

const WIRE = {
  paths: 'paths, `"classes/users/1"` (no API version, or 2.0)',
  classes: '`id`, `class`, `database` (API 2.1)',
  collections: '`id`, `collection`, `database` (API 2.7 and later)',
} as const;

const EVIDENCE = {
  ran: 'held against prints of the real driver',
  derived: "read off the driver's source; the driver was not run",
} as const;

function tokenText(format: Format): string {
  return format.print(inGeneration(token.value, format.about.generation));
}

function ambiguities({ cells }: Ledger): string {
  const rows = pairRows(cells);
  if (rows.length === 0) return '## Ambiguities\n\nNo two of the values tried print one text.';
  return `## Ambiguities\n\nThe smallest pairs found.\n\n${table(['kind', 'a value', 'another', 'the text of both'], rows)}`;
}

function leniencies(list: readonly Leniency[]): string {
  if (list.length === 0) return '';
  const lines = list.map(({ takes, source }) => `- ${takes} (${source})`);
  return `## What the reader takes beyond that\n\n${lines.join('\n')}`;
}

function variantsPart(variants: readonly Format[]): string {
  if (variants.length === 0) return '';
  const lines = variants.map(
    ({ id, about }) =>
      `- \`${id}\`: ${about.runtime ?? ''}${about.change === undefined ? '' : `; ${about.change}`}`,
  );
  return `## Variants\n\n${lines.join('\n')}`;
}

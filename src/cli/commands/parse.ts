import { Command, Option } from 'commander';
import {
  groupOf,
  PrintFinder,
  recognize,
  recognizeErrors,
  type Finding,
  type FoundError,
  type Recognizer,
  type Rest,
} from '../../recognize/index.ts';
import { findingJson } from '../finding-json.ts';
import { formatNamed } from '../format-named.ts';
import { sourcesOf, type Source } from '../lines.ts';
import { StandardOutput } from '../standard-output.ts';

interface ParseFlags {
  readonly format: string;
  readonly rest: 'pass' | 'drop';
  readonly errors?: true;
  readonly text?: true;
  readonly strict?: true;
}

/** `printproof parse`: prints of drivers, in files and logs, as JSON lines. */
export function parseCommand(): Command {
  return new Command('parse')
    .description('find the prints of drivers in files or logs, and write their values as JSON lines')
    .argument('[file...]', 'files to read; standard input when there are none, or for -')
    .option(
      '-f, --format <ids>',
      'the format of the prints, such as js/4.3, or several with commas between, the likeliest first; auto: any',
      'auto',
    )
    .addOption(
      new Option('--rest <what>', 'lines without a print: leave them out, or pass them on')
        .choices(['pass', 'drop'])
        .default('drop'),
    )
    .option('--errors', 'printed errors, too, as their own kind')
    .option('--text', 'with each value its text')
    .option('--strict', 'exit status 1 when a line holds no print')
    .action(async (files: readonly string[], flags: ParseFlags) => {
      const recognizer = recognizerFor(flags.format);
      const counts: Counts = { values: 0, errors: 0, rest: 0 };
      const output = new StandardOutput();
      for (const source of sourcesOf(files))
        for await (const finding of findingsIn(source, recognizer)) {
          count(counts, finding);
          for (const one of written(finding, flags))
            await output.line(findingJson(source.name, one, { text: flags.text === true }));
          if (output.isClosed) return;
        }
      console.error(summary(counts, flags));
      if (flags.strict === true && counts.rest > 0) process.exitCode = 1;
    });
}

/** What is written of a finding. */
function written(finding: Finding, { errors, rest }: ParseFlags): readonly Finding[] {
  if (finding.kind === 'print' || (finding.kind === 'error' && errors === true)) return [finding];
  if (rest === 'drop') return [];
  return finding.kind === 'error' ? linesOf(finding) : [finding];
}

function recognizerFor(ids: string): Recognizer {
  if (ids === 'auto')
    return { isSure: false, prints: (text) => recognize(text), errors: (text) => recognizeErrors(text) };
  const among = ids.split(',').map((id) => groupOf(formatNamed(id.trim())));
  return {
    isSure: among.length === 1,
    prints: (text) => recognize(text, { among }),
    errors: (text) => recognizeErrors(text, { among }),
  };
}

async function* findingsIn({ lines }: Source, recognizer: Recognizer): AsyncGenerator<Finding> {
  const finder = new PrintFinder(recognizer);
  for await (const line of lines) yield* finder.push(line);
  yield* finder.end();
}

interface Counts {
  values: number;
  errors: number;
  /** Lines that hold no print, blank ones and banners of drivers left out. */
  rest: number;
}

function count(counts: Counts, finding: Finding): void {
  if (finding.kind === 'print') counts.values += 1;
  else if (finding.kind === 'error') counts.errors += 1;
  else if (!finding.isBanner && finding.text.trim() !== '') counts.rest += 1;
}

/** The lines of a printed error, where errors are not asked for. */
function linesOf({ line, before, text, after }: FoundError): readonly Rest[] {
  return `${before}${text}${after}`
    .split('\n')
    .map((one, index) => ({ kind: 'rest', line: line + index, text: one, isBanner: false }));
}

function summary({ values, errors, rest }: Counts, flags: ParseFlags): string {
  const left = flags.rest === 'pass' ? 'passed on' : 'left out';
  return [
    `printproof: ${counted(values, 'value')}`,
    `${counted(errors, 'printed error')}${flags.errors === true || errors === 0 ? '' : ` (${left}; --errors writes them)`}`,
    `${counted(rest, 'line')} without a print${rest === 0 ? '' : ` (${left})`}`,
  ].join(', ');
}

function counted(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}

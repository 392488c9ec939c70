import { rename, rm, stat, writeFile } from 'node:fs/promises';
import { Command } from 'commander';
import { NoPageError, pagesOf } from '../../audit/files/pages.ts';
import { placesOf, type Page } from '../../audit/page.ts';
import type { Block } from '../../samples/blocks/block.ts';
import { blocksOf, rewritePage, type Rewritten } from '../../samples/rewrite-page.ts';
import { SampleError, type Samples, type Subject, type Tab } from '../../samples/sample.ts';
import { CURL, MODELLED_ONLY, takeSamples } from '../../samples/take-samples.ts';
import { scenarios } from '../../scenario/index.ts';
import { list, positive } from '../flag-values.ts';
import { interruption } from '../interruption.ts';
import { participantOf, readManifests } from '../participants.ts';
import { pick } from '../pick.ts';
import { UsageError } from '../usage-error.ts';

interface SamplesFlags {
  readonly scenario: string;
  readonly step?: string;
  readonly driver: readonly string[];
  readonly write?: readonly string[];
  readonly check?: readonly string[];
  readonly model?: true;
  readonly require: readonly string[];
  readonly json?: true;
  readonly timeout: number;
}

/** `printproof samples`: what every driver prints for one value, on the screen or in the marked blocks of a page. */
export function samplesCommand(): Command {
  return new Command('samples')
    .description('print one value through every driver, and write the prints into marked blocks of pages')
    .option('-s, --scenario <name>', 'the scenario that is lived through', 'log-in-2020')
    .option('--step <name>', 'the step whose answer is printed (default: the first)')
    .option('-d, --driver <name>', 'only this driver (repeatable)', list, [])
    .option('--write <page...>', 'write into the marked blocks of these pages (Markdown, HTML), in place')
    .option('--check <page...>', 'write nothing; exit status 1 when a marked block is stale')
    .option('--model', 'where a driver is not here, let the model of its format print')
    .option('--require <name>', 'a driver that must not be missing, or "all" (repeatable)', list, [])
    .option('--timeout <ms>', 'milliseconds that a driver has for one question', positive, 20_000)
    .option('--json', 'as JSON')
    .action(async (flags: SamplesFlags) => {
      if (flags.write !== undefined && flags.check !== undefined)
        throw new UsageError('--write and --check do not go together.', '--check writes nothing.');
      try {
        const names = flags.write ?? flags.check;
        process.exitCode = names === undefined ? await show(flags) : await rewrite(names, flags);
      } catch (cause) {
        if (cause instanceof Interrupted) {
          process.exitCode = cause.status;
          return;
        }
        if (cause instanceof SampleError)
          throw new UsageError(cause.message, 'Nothing was written.', { cause });
        if (cause instanceof NoPageError)
          throw new UsageError(cause.message, 'Name a page, a folder, or a pattern in quotes.', { cause });
        throw cause;
      }
    });
}

/** A signal came before all samples were there; nothing was written. */
class Interrupted extends Error {
  override readonly name = 'Interrupted';
  readonly status: number;
  constructor(status: number) {
    super('interrupted');
    this.status = status;
  }
}

/** Every tab of one example. */
async function show(flags: SamplesFlags): Promise<number> {
  const subject: Subject = {
    scenario: flags.scenario,
    ...(flags.step === undefined ? {} : { step: flags.step }),
  };
  const all = await driverNames();
  const asked =
    flags.driver.length === 0
      ? all.filter(({ isLive }) => isLive || flags.model === true)
      : pick('driver', all, flags.driver);
  const names = asked.map(({ name }) => name);
  const samples = await take([subject], names, flags);
  const tabs = names.map((driver) => ({ driver, ...samples.tab(subject, driver) }));
  if (flags.json === true)
    process.stdout.write(`${JSON.stringify({ samplesVersion: 1, ...subject, tabs }, undefined, 2)}\n`);
  else
    for (const tab of tabs)
      process.stdout.write(`${headOf(tab)}\n${tab.state === 'missing' ? '' : `${tab.text}\n`}\n`);
  return missingRequired(tabs, flags.require) ? 1 : 0;
}

async function rewrite(names: readonly string[], flags: SamplesFlags): Promise<number> {
  const pages: { readonly page: Page; readonly blocks: readonly Block[] }[] = [];
  for await (const reading of pagesOf(names)) {
    if (!reading.ok) throw new SampleError(`${reading.path} ${reading.why}.`);
    // Of a folder, only what has a block is a page of ours.
    const isNamed = names.includes(reading.page.path);
    const blocks = reading.page.kind === 'text' && !isNamed ? [] : blocksOf(reading.page);
    if (blocks.length > 0 || isNamed) pages.push({ page: reading.page, blocks });
  }
  for (const { page, blocks } of pages)
    if (blocks.length === 0)
      throw new SampleError(
        `${page.path} has no marked block: <!-- printproof:sample driver=go --> and so on.`,
      );

  const subjectOf = ({ marker }: Block): Subject => {
    const scenario = marker.scenario ?? flags.scenario;
    const step = marker.step ?? (marker.scenario === undefined ? flags.step : undefined);
    return { scenario, ...(step === undefined ? {} : { step }) };
  };
  const blocks = pages.flatMap((one) => one.blocks);
  await refuseUnknown(pages);
  const wanted = [...new Set(blocks.map(({ marker }) => marker.driver))];
  const chosen = flags.driver.length === 0 ? wanted : wanted.filter((name) => flags.driver.includes(name));
  const samples = await take(blocks.map(subjectOf), chosen, flags);

  let stale = 0;
  const tabs: (Tab & { readonly driver: string })[] = [];
  const results = pages.map(({ page, blocks: own }) => {
    const { text, rewritten } = rewritePage(page, own, (block) =>
      chosen.includes(block.marker.driver)
        ? samples.tab(subjectOf(block), block.marker.driver)
        : { state: 'missing', title: block.marker.driver, why: 'not asked for' },
    );
    for (const { block, tab } of rewritten) tabs.push({ driver: block.marker.driver, ...tab });
    return { page, text, rewritten };
  });
  if (flags.write !== undefined)
    for (const { page, text } of results) if (text !== page.text) await replace(page.path, text);
  for (const { page, rewritten } of results) {
    const place = placesOf(page.text);
    for (const one of rewritten) {
      const { line } = place(one.block.offset);
      stale += one.before === one.after ? 0 : 1;
      process.stdout.write(`${page.path}:${line}: ${stateOf(one, flags.write !== undefined)}\n`);
    }
  }
  return missingRequired(tabs, flags.require) || (flags.check !== undefined && stale > 0) ? 1 : 0;
}

async function take(
  subjects: readonly Subject[],
  drivers: readonly string[],
  flags: SamplesFlags,
): Promise<Samples> {
  const manifests = (await readManifests()).filter(({ manifest }) => drivers.includes(manifest.name));
  const interrupted = interruption();
  const samples = await takeSamples({
    scenarios: pick('scenario', scenarios, [...new Set(subjects.map(({ scenario }) => scenario))]),
    participants: manifests.map(participantOf),
    model: flags.model === true,
    timeoutMs: flags.timeout,
    progress: (message) => console.error(message),
    signal: interrupted.signal,
  });
  const status = interrupted.exitCode();
  if (status === undefined) return samples;
  // Half of the samples are no samples.
  throw new Interrupted(status);
}

async function driverNames(): Promise<readonly { readonly name: string; readonly isLive: boolean }[]> {
  const live = [CURL, ...(await readManifests()).map(({ manifest }) => manifest.name)];
  return [
    ...live.map((name) => ({ name, isLive: true })),
    ...Object.keys(MODELLED_ONLY).map((name) => ({ name, isLive: false })),
  ];
}

async function refuseUnknown(
  pages: readonly { readonly page: Page; readonly blocks: readonly Block[] }[],
): Promise<void> {
  const known = (await driverNames()).map(({ name }) => name);
  for (const { page, blocks } of pages)
    for (const { marker, offset } of blocks)
      if (!known.includes(marker.driver))
        throw new SampleError(
          `${page.path}:${placesOf(page.text)(offset).line}: there is no driver "${marker.driver}"; there are: ${known.join(', ')}.`,
        );
}

function headOf({ driver, ...tab }: Tab & { readonly driver: string }): string {
  switch (tab.state) {
    case 'printed':
      return `── ${tab.title} (${driver})`;
    case 'modelled':
      return `── ${tab.title} (${driver}), modelled: ${tab.why}`;
    case 'missing':
      return `── ${tab.title} (${driver}): no print: ${tab.why}`;
  }
}

function stateOf({ block, tab, before, after }: Rewritten, written: boolean): string {
  const { driver } = block.marker;
  if (tab.state === 'missing') return `${driver} left as it is: ${tab.why}`;
  const by = tab.state === 'modelled' ? `${driver}, modelled (${tab.why}),` : driver;
  if (before === after) return `${by} is fresh`;
  if (written) return `${by} written`;
  const marked = (sign: string, text: string): string[] =>
    text
      .replace(/\r?\n$/, '')
      .split(/\r?\n/)
      .map((line) => `  ${sign} ${line}`);
  return [`${by} is stale`, ...marked('-', before), ...marked('+', after)].join('\n');
}

/** Says what was required and has no print. */
function missingRequired(
  tabs: readonly (Tab & { readonly driver: string })[],
  required: readonly string[],
): boolean {
  const isRequired = (driver: string): boolean => required.includes('all') || required.includes(driver);
  const missing = tabs.filter(({ driver, state }) => state !== 'printed' && isRequired(driver));
  for (const driver of new Set(missing.map((one) => one.driver)))
    console.error(`Required, and not there: ${driver}.`);
  return missing.length > 0;
}

/** A page appears under its name when it is whole: a full disk leaves the old one. */
async function replace(path: string, text: string): Promise<void> {
  const half = `${path}.${process.pid}.part`;
  try {
    const { mode } = await stat(path);
    await writeFile(half, text, { mode });
    await rename(half, path);
  } catch (cause) {
    await rm(half, { force: true }).catch(() => undefined);
    throw new UsageError(
      `${path} cannot be written: ${cause instanceof Error ? cause.message : String(cause)}`,
      undefined,
      { cause },
    );
  }
}

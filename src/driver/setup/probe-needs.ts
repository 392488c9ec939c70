import type { DriverFolder } from './load-manifest.ts';
import { placeholders } from './placeholders.ts';
import type { Missing, Unavailable } from './preparation.ts';
import { probe, type Ask, type Tool } from './probe.ts';

/** Probes what a driver runs on, or what its shim is built with. */
export function probeNeeds(
  { manifest, folder }: DriverFolder,
  when: 'run' | 'build',
  ask: Ask,
): Promise<readonly Tool[]> {
  const fill = placeholders({ source: folder, build: folder });
  const needs = manifest.needs.filter((need) => (need.when ?? 'run') === when);
  return Promise.all(needs.map((need) => probe(need, fill, ask)));
}

/** What is missing among them; `undefined` when nothing is. */
export function missingTools(tools: readonly Tool[]): Unavailable['missing'] | undefined {
  const [first, ...rest] = tools.flatMap((tool): Missing[] =>
    tool.ok ? [] : [{ what: `${tool.tool} ${tool.wanted}`, why: tool.found, get: tool.get }],
  );
  return first && [first, ...rest];
}

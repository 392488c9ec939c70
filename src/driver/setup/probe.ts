import { execa } from 'execa';
import type { Need } from '../manifest.ts';
import { compareVersions } from './compare-versions.ts';
import { howToGet } from './how-to-get.ts';
import type { Fill } from './placeholders.ts';

/** What the machine has of a tool that a driver needs. */
export type Tool =
  | { readonly ok: true; readonly tool: string; readonly wanted: string; readonly version: string }
  | {
      readonly ok: false;
      readonly tool: string;
      readonly wanted: string;
      /** What is there instead, in a few words: `not found`, `version 1.2 found`. */
      readonly found: string;
      readonly get: string;
    };

/** Asks a command for its version: everything that it writes, or `undefined` when there is no such command. */
export type Ask = (command: string, args: readonly string[]) => Promise<string | undefined>;

/** Probes one need. */
export async function probe(need: Need, fill: Fill, ask: Ask): Promise<Tool> {
  const wanted = need.below === undefined ? `≥ ${need.atLeast}` : `≥ ${need.atLeast} and < ${need.below}`;
  const missing = (found: string): Tool => ({
    ok: false,
    tool: need.tool,
    wanted,
    found,
    get: howToGet(need.get),
  });

  const output = await ask(fill(need.probe.command), need.probe.args.map(fill));
  if (output === undefined) return missing('not found');
  const version = new RegExp(need.version).exec(output)?.[1];
  if (version === undefined) return missing(`no version in ${JSON.stringify(output.trim().slice(0, 120))}`);
  const fits =
    compareVersions(version, need.atLeast) >= 0 &&
    (need.below === undefined || compareVersions(version, need.below) < 0);
  return fits ? { ok: true, tool: need.tool, wanted, version } : missing(`version ${version} found`);
}

/** A tool that says nothing for so long is no tool; a cold JVM on a busy machine takes seconds. */
const PROBE_LIMIT_MS = 30_000;

/** Runs commands, each only once however often it is asked for: several drivers need the same JDK. */
export function asking(): Ask {
  const asked = new Map<string, Promise<string | undefined>>();
  return (command, args) => {
    const key = JSON.stringify([command, ...args]);
    const answer = asked.get(key) ?? run(command, args);
    asked.set(key, answer);
    return answer;
  };
}

async function run(command: string, args: readonly string[]): Promise<string | undefined> {
  // This very program: asking it would cost a process and tell nothing new.
  if (command === process.execPath && args.length === 1 && args[0] === '--version') return process.version;
  const result = await execa(command, args, {
    all: true,
    reject: false,
    stdin: 'ignore',
    timeout: PROBE_LIMIT_MS,
  });
  return result.exitCode === undefined ? undefined : result.all;
}

import { execa } from 'execa';
import type { SetupStep } from '../manifest.ts';
import { fillAll, type Fill } from './placeholders.ts';

export interface StepResult {
  readonly ok: boolean;
  /** The command as a shell would take it. */
  readonly command: string;
  /** Standard output and standard error together. */
  readonly output: string;
}

/** Fetching and compiling everything from nothing took a minute where it was slowest; a hanging registry never ends. */
const STEP_LIMIT_MS = 15 * 60_000;

/** Runs one set-up step in `cwd`. Never rejects but for the signal. */
export async function runStep(
  step: SetupStep,
  fill: Fill,
  cwd: string,
  signal: AbortSignal | undefined,
): Promise<StepResult> {
  const result = await execa(fill(step.command), step.args.map(fill), {
    all: true,
    reject: false,
    stdin: 'ignore',
    cwd: step.cwd === undefined ? cwd : fill(step.cwd),
    env: fillAll(step.env, fill),
    timeout: STEP_LIMIT_MS,
    ...(signal === undefined ? {} : { cancelSignal: signal }),
  });
  signal?.throwIfAborted();
  // A command that wrote nothing, or could not be started, leaves only execa's own words.
  const output = result.all?.trim() || (result.shortMessage ?? '');
  return { ok: !result.failed, command: result.escapedCommand, output };
}

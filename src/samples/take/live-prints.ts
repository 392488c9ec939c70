import type { Session } from '../../driver/driver.ts';
import type { Format } from '../../format/index.ts';
import { runCase, type StepEvidence } from '../../run/case.ts';
import { printedText } from '../../run/judge.ts';
import type { Scenario } from '../../scenario/index.ts';
import { JsonObject, writeJson, type Json } from '../../value/index.ts';
import { sampleBackend } from './sample-backend.ts';

/** What one driver printed for one step, and the wire value that it printed. */
export type LivePrint =
  | { readonly ok: true; readonly text: string; readonly resource: Json }
  | { readonly ok: false; readonly why: string };

/** Name of the database in which a sample comes about. */
const DATABASE = 'printproof_samples';

/**
 * Lives through a scenario with one driver, in a database that gives every driver the same answers, and takes what it
 * prints, step by step. What changes from run to run (addresses) has the format's fixed word in the text.
 */
export async function livePrints(
  scenario: Scenario,
  { session, format }: { readonly session: Session; readonly format: Format },
  timeoutMs: number,
): Promise<ReadonlyMap<string, LivePrint>> {
  await using backend = await sampleBackend().start();
  const { repeat: _once, ...once } = scenario;
  const { steps } = await runCase(once, { backend, session, timeoutMs, database: DATABASE });
  return new Map(
    steps.map((evidence) => [
      evidence.step.name,
      'reason' in evidence ? { ok: false, why: evidence.reason } : printOf(evidence, format),
    ]),
  );
}

function printOf({ answer, response }: StepEvidence, format: Format): LivePrint {
  const resource = response?.body instanceof JsonObject ? response.body.get('resource') : undefined;
  if (answer.outcome === 'error' && resource === undefined)
    return { ok: false, why: 'the answer is an error, whose text changes from machine to machine' };
  if (answer.outcome !== 'value' || resource === undefined)
    return { ok: false, why: `there is no print: the driver answered "${answer.outcome}"` };
  return { ok: true, text: format.steady(printedText(answer.prints[0])), resource };
}

/** Whether two drivers were answered the same value, byte for byte. */
export function isSameValue(left: Json, right: Json): boolean {
  return writeJson(left) === writeJson(right);
}

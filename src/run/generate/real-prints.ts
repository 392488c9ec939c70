import { randomUUID } from 'node:crypto';
import { firstDifference, show, type Value } from '../../value/index.ts';
import { BackendFailure } from '../ask-backend.ts';
import { runCase, type StepEvidence, type StepNotRun } from '../case.ts';
import { answeredValue, breakdown, notRun, printedText, type Judgement } from '../judge.ts';
import type { ReadyDriver } from '../run-scenario.ts';
import type { ExploreSettings } from './exploration.ts';
import { generatedValues } from './values.ts';

/**
 * What a driver really printed for a value, masked; or why there is no such print: the driver raised an error, or
 * something broke that makes a search worthless.
 */
export type Print =
  { readonly text: string } | { readonly raised: Judgement } | { readonly broken: Judgement };

/** Writes values, reads them back through a driver, and gives its prints in the same order. */
export async function realPrints(
  values: readonly Value[],
  driver: ReadyDriver,
  { backend, timeoutMs }: Pick<ExploreSettings, 'backend' | 'timeoutMs'>,
): Promise<readonly Print[]> {
  if (values.length === 0) return [];
  const { repeat: _once, ...scenario } = generatedValues.scenarioOf(values);
  const database = `printproof_${randomUUID().replaceAll('-', '')}`;
  try {
    const { steps } = await runCase(scenario, { backend, timeoutMs, session: driver.session, database });
    return values.map((value, index) => printOf(value, steps[index], driver));
  } catch (cause) {
    if (!(cause instanceof BackendFailure)) throw cause;
    return values.map(() => ({ broken: notRun(cause.message, 'backend') }));
  }
}

function printOf(value: Value, step: StepEvidence | StepNotRun | undefined, { format }: ReadyDriver): Print {
  if (step === undefined || 'reason' in step)
    return { broken: notRun(step?.reason ?? 'the step was lost', 'scenario') };
  const { answer } = step;
  const broken = breakdown(answer);
  if (broken !== undefined) return { broken };
  const answered = answeredValue(step);
  if (answered === undefined || firstDifference(value, answered) !== undefined) {
    const detail = `${show(value)} was written, ${answered === undefined ? 'nothing' : show(answered)} was answered.`;
    return {
      broken: { verdict: 'fail', finding: { move: 'backend', shape: 'another value was answered', detail } },
    };
  }
  if (answer.outcome === 'value') return { text: format.mask(printedText(answer.prints[0])) };
  if (answer.outcome !== 'error' && answer.outcome !== 'unprintable')
    return { broken: notRun(`the driver answered ${answer.outcome}`, 'shim') };
  const { type, message } = answer.raised;
  const move = answer.outcome === 'error' ? 'decoder' : 'printer';
  const detail = `${show(value)} raised ${type}: ${message}`;
  return { raised: { verdict: 'fail', finding: { move, shape: `raised ${type}`, detail } } };
}

import { randomUUID } from 'node:crypto';
import type { RunningBackend } from '../backend/backend.ts';
import type { Session } from '../driver/driver.ts';
import { decodedFinding, requestFinding } from '../expect/witnesses.ts';
import type { Format } from '../format/format.ts';
import { redactSecrets } from '../report/secrets.ts';
import type { Scenario } from '../scenario/index.ts';
import { writeJson } from '../value/index.ts';
import type { CaseRecord } from '../verdict/record.ts';
import type { Judged } from '../verdict/known.ts';
import { judgeAgreement, type Said } from './agree.ts';
import { BackendFailure } from './ask-backend.ts';
import { runCase, type CaseEvidence } from './case.ts';
import { answeredValue, judgeStep, readingOf, type Judgement } from './judge.ts';
import { EXPECTATIONS, expectationsOf } from './plan.ts';
import type { Pseudonyms } from './pseudonyms.ts';
import { pseudonymsOf, recordStep, renamedJson, renamedValue } from './record-step.ts';

export interface ReadyDriver {
  readonly name: string;
  readonly version: string;
  readonly session: Session;
  readonly format: Format;
}

export interface ScenarioOutcome {
  readonly cases: readonly CaseRecord[];
  readonly judged: readonly Judged[];
  /** Raw prints in Base64 by `scenario › driver › step`, secrets pseudonymised. */
  readonly prints: readonly (readonly [string, readonly [string, string]])[];
}

interface Case {
  readonly driver: ReadyDriver;
  readonly evidence: CaseEvidence;
  readonly pseudonyms: Pseudonyms;
}

/** Lives through one scenario with every ready driver at once, and judges each step. */
export async function runScenario(
  scenario: Scenario,
  drivers: readonly ReadyDriver[],
  settings: { readonly backend: RunningBackend; readonly timeoutMs: number },
): Promise<ScenarioOutcome> {
  const judged: Judged[] = [];
  const settle = (driver: string, step: string, expectation: string, judgement: Judgement): void => {
    judged.push({ check: { scenario: scenario.name, driver, step, expectation }, ...judgement });
  };

  const cases: Case[] = [];
  await Promise.all(
    drivers.map(async (driver) => {
      try {
        const database = `printproof_${randomUUID().replaceAll('-', '')}`;
        const evidence = await runCase(scenario, { ...settings, session: driver.session, database });
        cases.push({ driver, evidence, pseudonyms: pseudonymsOf(evidence) });
      } catch (cause) {
        if (!(cause instanceof BackendFailure)) throw cause;
        const finding = {
          move: 'backend',
          shape: 'set-up or clean-up failed',
          detail: cause.message,
        } as const;
        for (const step of scenario.steps)
          for (const expectation of expectationsOf(scenario, step))
            settle(driver.name, step.name, expectation, { verdict: 'not run', finding });
      }
    }),
  );
  cases.sort((a, b) => drivers.indexOf(a.driver) - drivers.indexOf(b.driver));

  for (const { driver, evidence, pseudonyms } of cases)
    for (const step of evidence.steps)
      for (const [expectation, judgement] of judgeStep(scenario, step, driver.format, evidence.seen))
        settle(driver.name, step.step.name, expectation, renamedJudgement(judgement, pseudonyms));

  for (const [index, step] of scenario.steps.entries())
    if (expectationsOf(scenario, step).includes(EXPECTATIONS.agreement))
      for (const [driver, judgement] of judgeAgreement(cases.map((one) => saidAt(one, index))))
        settle(driver, step.name, EXPECTATIONS.agreement, judgement);

  return {
    cases: cases.map(({ driver, evidence, pseudonyms }) => ({
      scenario: scenario.name,
      driver: driver.name,
      steps: evidence.steps.map((step) => recordStep(step, driver.format, pseudonyms)),
    })),
    judged,
    prints: cases.flatMap((one) => rawPrints(scenario, one)),
  };
}

/** A finding's words quote what the witnesses said, so ids, times and secrets are replaced there too. */
function renamedJudgement({ verdict, finding }: Judgement, pseudonyms: Pseudonyms): Judgement {
  if (finding === undefined) return { verdict };
  const { move, shape, place, detail, left, right, sides } = finding;
  return {
    verdict,
    finding: {
      move,
      shape: pseudonyms.apply(shape),
      ...(place === undefined ? {} : { place }),
      // Standard error of a shim that crashed may quote the secrets of other cases.
      detail: redactSecrets(pseudonyms.apply(detail)),
      ...(left === undefined ? {} : { left: renamedJson(left, pseudonyms) }),
      ...(right === undefined ? {} : { right: renamedJson(right, pseudonyms) }),
      ...(sides === undefined ? {} : { sides }),
    },
  };
}

function saidAt({ driver, evidence, pseudonyms }: Case, index: number): Said {
  const step = evidence.steps[index];
  const asked = askedUpTo(evidence, index, pseudonyms);
  if (step === undefined || 'reason' in step)
    return { driver: driver.name, reading: undefined, answered: undefined, asked };
  const answered = answeredValue(step);
  const { answer } = step;
  // What the decoder got wrong is charged to it already; its print cannot agree, and says nothing of the printer.
  const misread =
    answered !== undefined && answer.outcome === 'value' && decodedFinding(answered, answer.decoded);
  const reading = misread ? undefined : readingOf(step, driver.format);
  return {
    driver: driver.name,
    reading: reading && renamedValue(reading, pseudonyms),
    answered: answered && renamedValue(answered, pseudonyms),
    asked,
  };
}

/** The queries up to a step, if the driver sent each of them as it was asked. */
function askedUpTo({ steps }: CaseEvidence, index: number, pseudonyms: Pseudonyms): string | undefined {
  const asked: string[] = [];
  for (const step of steps.slice(0, index + 1)) {
    if ('reason' in step || requestFinding(step.query, step.requests) !== undefined) return undefined;
    asked.push(writeJson(step.query));
  }
  return pseudonyms.apply(asked.join('\n'));
}

function rawPrints(
  scenario: Scenario,
  { driver, evidence, pseudonyms }: Case,
): (readonly [string, readonly [string, string]])[] {
  const encode = (bytes: Uint8Array): string => {
    const text = Buffer.from(bytes).toString('latin1');
    return Buffer.from(pseudonyms.apply(text), 'latin1').toString('base64');
  };
  return evidence.steps.flatMap((step) => {
    if ('reason' in step || !('prints' in step.answer)) return [];
    const [first, second] = step.answer.prints;
    const name = `${scenario.name} › ${driver.name} › ${step.step.name}`;
    return [[name, [encode(first), encode(second)]] as const];
  });
}

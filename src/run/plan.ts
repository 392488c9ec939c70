import type { Expected, Scenario, Step } from '../scenario/index.ts';
import type { Check } from '../verdict/verdict.ts';

/** The expectations that hold for every step, whatever the scenario; their names are part of the run's format. */
export const EXPECTATIONS = {
  request: 'sends the query',
  decoded: 'decodes what was answered',
  printed: 'prints what it decoded',
  model: 'prints as its format does',
  stable: 'prints the same text twice',
  equal: 'prints an equal value alike',
  agreement: 'agrees with the other drivers',
  token: 'keeps the token invariants',
  raised: 'raises the error',
  printedError: 'prints the error',
} as const;

/** Every check of a run, before anything ran: what is planned must be reported. */
export function planChecks(scenarios: readonly Scenario[], drivers: readonly string[]): Check[] {
  return scenarios.flatMap((scenario) =>
    drivers.flatMap((driver) =>
      scenario.steps.flatMap((step) =>
        expectationsOf(scenario, step).map((expectation) => ({
          scenario: scenario.name,
          driver,
          step: step.name,
          expectation,
        })),
      ),
    ),
  );
}

/** The names of a step's expectations, in the order in which they are judged. */
export function expectationsOf(scenario: Scenario, step: Step): string[] {
  const { request, decoded, printed, model, stable, equal, agreement, token, raised, printedError } =
    EXPECTATIONS;
  const answer = answerExpectations(step.answer);
  if (step.answer.kind === 'error') return [request, ...answer, raised, printedError, stable];
  return [
    request,
    ...answer,
    ...(step.answer.token === true ? [token] : []),
    decoded,
    printed,
    model,
    stable,
    ...(scenario.repeat === true ? [equal] : []),
    agreement,
  ];
}

/** The names of what the database must answer. */
export function answerExpectations(expected: Expected): string[] {
  return expected.kind === 'error'
    ? [`the answer is ${expected.status} ${expected.code}`]
    : expected.properties.map(({ name }) => `the answer ${name}`);
}

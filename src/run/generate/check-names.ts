import { EXPECTATIONS } from '../plan.ts';

/** The step that stands for all generated steps in check names. */
export const ANY_STEP = 'any step';

/** What all answers to generated steps together are expected to be, in check names. */
export const ANSWER = 'is answered as the model says';

/** What every generated step that is answered with a value is judged by. */
export const VALUE_EXPECTATIONS: readonly string[] = [
  ANSWER,
  EXPECTATIONS.request,
  EXPECTATIONS.decoded,
  EXPECTATIONS.printed,
  EXPECTATIONS.model,
  EXPECTATIONS.stable,
  EXPECTATIONS.agreement,
];

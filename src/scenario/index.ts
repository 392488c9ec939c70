/** The catalogue of scenarios: see `scenario.ts` for what one is. */
import { errors } from './catalogue/errors.ts';
import { childDatabase, keySecrets } from './catalogue/keys.ts';
import { logIn2018, logIn2020, ttlExpiry, wrongPassword } from './catalogue/log-in.ts';
import { changePassword, identify, logOutAll, logOutOne } from './catalogue/sessions.ts';
import {
  createAToken2021,
  tokenAsClient,
  tokenLife,
  tokenWithoutCredentials,
  twoTokens,
} from './catalogue/tokens.ts';
import { pages, valueKinds } from './catalogue/value-kinds.ts';
import type { Scenario } from './scenario.ts';

export type { Expr } from './fql.ts';
export * as fql from './fql.ts';
export {
  MissingAnswer,
  type Expected,
  type Property,
  type Scenario,
  type Secret,
  type Seen,
  type Step,
} from './scenario.ts';

/** Every scenario, in the order in which reports list them. */
export const scenarios: readonly Scenario[] = [
  logIn2018,
  logIn2020,
  createAToken2021,
  tokenLife,
  tokenAsClient,
  twoTokens,
  tokenWithoutCredentials,
  identify,
  wrongPassword,
  logOutOne,
  logOutAll,
  changePassword,
  ttlExpiry,
  keySecrets,
  childDatabase,
  errors,
  valueKinds,
  pages,
];

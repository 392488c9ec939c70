import type { Auth } from './auth.ts';
import type { Data } from '../data/data.ts';
import { powerOfRole } from './power-of-role.ts';
import type { Transaction } from '../store/store.ts';

/** The caller with the power of a function's `role`. Identity and current token stay the caller's (spec 4.2). */
export function withFunctionRole(auth: Auth, role: Data, transaction: Transaction): Auth {
  return { ...auth, power: powerOfRole(role, auth.scope, transaction) };
}

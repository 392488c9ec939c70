import { granted } from './grants.ts';
import type { Context } from '../eval/context.ts';
import type { Data } from '../data/data.ts';
import type { Ref } from '../data/ref.ts';

/** Whether the caller may call a user function with that argument (spec 5.1, 5.4 `call`). */
export function mayCall(called: Ref, argument: Data, context: Context): boolean {
  const { power } = context.auth;
  switch (power.kind) {
    case 'admin':
    case 'server':
    case 'internal':
      return true;
    case 'server-readonly':
    case 'client':
      return false;
    case 'roles':
    case 'identity':
      return granted('call', called, () => argument, context);
  }
}

import { ROOT } from '../data/position.ts';
import { READ } from '../eval/effect.ts';
import { within, type Context } from '../eval/context.ts';
import { QueryFailure } from '../eval/failure.ts';
import type { Data } from '../data/data.ts';
import type { Lambda } from '../data/lambda.ts';
import type { Grant } from './privileges.ts';

/** What a predicate is applied to; some actions give more to lambdas of more parameters. */
export type Argument = (parameters: number) => Data;

/**
 * Whether a grant holds for an argument. A predicate must give exactly `true`; anything else and any error mean no. It
 * reads with internal power, as the identity and with the token of the caller, and nothing in it may write (spec 5.4).
 */
export function holds(grant: Grant | undefined, argument: Argument, context: Context): boolean {
  if (grant === undefined || grant === true) return grant === true;
  const inside = within(context, {
    auth: { ...context.auth, power: { kind: 'internal' } },
    limit: { effect: READ, where: 'role predicates' },
  });
  try {
    return context.apply(grant, argument(parameters(grant)), ROOT, inside) === true;
  } catch (error) {
    if (error instanceof QueryFailure) return false;
    throw error;
  }
}

function parameters({ pattern }: Lambda): number {
  return typeof pattern === 'string' ? 1 : pattern.length;
}

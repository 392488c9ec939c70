import { CostCounter } from '../query/costs.ts';
import { PURE } from '../eval/effect.ts';
import { Tape } from '../query/tape.ts';
import type { ApplyLambda, Context } from '../eval/context.ts';
import type { ScopeId } from '../data/ids.ts';
import type { Secrets } from '../auth/secrets.ts';
import type { Transaction } from '../store/store.ts';

/** What evaluation needs besides the database. */
export interface BindingParts {
  readonly secrets: Secrets;
  readonly apply: ApplyLambda;
}

/** The surroundings in which the fields and bindings of indexes are computed: pure, as nobody, in the oldest version with refs. */
export function bindingContext(transaction: Transaction, scope: ScopeId, parts: BindingParts): Context {
  return {
    version: '2.1',
    transaction,
    auth: { scope, identity: undefined, source: undefined, power: { kind: 'internal' } },
    validTime: undefined,
    limit: { effect: PURE, where: 'index bindings' },
    depth: 0,
    tape: new Tape(),
    costs: new CostCounter(),
    secrets: parts.secrets,
    apply: parts.apply,
  };
}

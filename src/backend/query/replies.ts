import { renderErrors, renderProtocolError, statusOf } from '../render/errors.ts';
import { CostCounter } from './costs.ts';
import type { Costs, Reply } from '../core.ts';
import type { QueryFailure } from '../eval/failure.ts';

/** What a query that failed is said to have cost (spec 1.6). */
const NO_COSTS: Costs = new CostCounter().total();

/** A reply that is refused outside of FQL; `pretty`: laid out for people whatever was asked (spec 1.13). */
export function refused(
  status: number,
  code: string,
  description: string,
  txnTime: bigint,
  { pretty = false, allow }: { readonly pretty?: boolean; readonly allow?: readonly string[] } = {},
): Reply {
  return {
    status,
    body: renderProtocolError(code, description),
    pretty,
    txnTime,
    costs: NO_COSTS,
    ...(allow === undefined ? {} : { allow }),
  };
}

/** Nobody's secret. */
export function unauthorized(txnTime: bigint): Reply {
  return {
    status: 401,
    body: renderProtocolError('unauthorized', 'Unauthorized'),
    pretty: false,
    txnTime,
    costs: undefined,
  };
}

export function notFound(txnTime: bigint): Reply {
  return refused(404, 'not found', 'Not Found', txnTime);
}

/** The core failed: `problem` is a Java class and a message. */
export function crashed(problem: string, txnTime: bigint): Reply {
  const description = `${problem} Please create a ticket at https://support.fauna.com`;
  return {
    status: 500,
    body: renderProtocolError('internal server error', description),
    pretty: true,
    txnTime,
    costs: undefined,
  };
}

/** The errors of a query. What was read counts only before an `abort`. */
export function failed({ errors }: QueryFailure, costs: CostCounter, txnTime: bigint): Reply {
  const isAbort = errors[0]?.code === 'transaction aborted';
  return {
    status: statusOf(errors),
    body: renderErrors(errors),
    pretty: false,
    txnTime,
    costs: isAbort ? costs.withoutWrites() : NO_COSTS,
  };
}

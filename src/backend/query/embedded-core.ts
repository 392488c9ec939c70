import { answer } from './answer.ts';
import { applyLambda } from '../eval/evaluate.ts';
import { authenticate } from '../auth/authenticate.ts';
import { CostCounter } from './costs.ts';
import { Crash } from '../eval/crash.ts';
import { crashed, failed, refused, unauthorized } from './replies.ts';
import { globalIdOf } from '../schema/global-id-of.ts';
import { ProtocolFailure } from '../eval/protocol-failure.ts';
import { QueryFailure } from '../eval/failure.ts';
import { READ, WRITE } from '../eval/effect.ts';
import { refPath } from '../parse/ref-path.ts';
import { Suspension, Tape } from './tape.ts';
import type { Call, Core, Reply, StreamField, Subscription } from '../core.ts';
import type { Context } from '../eval/context.ts';
import type { Secrets } from '../auth/secrets.ts';
import type { Store, Transaction } from '../store/store.ts';

export interface CoreParts {
  readonly store: Store;
  readonly secrets: Secrets;
  /** Secrets that give all power in the root database. */
  readonly rootSecrets: readonly string[];
}

/**
 * Runs calls against the store in this process. A call is one transaction, evaluated without waiting, so calls follow one
 * another; one that needs a password hash gives way, and is evaluated again when the hash is there.
 */
export class EmbeddedCore implements Core {
  readonly #parts: CoreParts;

  constructor(parts: CoreParts) {
    this.#parts = parts;
  }

  async call(call: Call): Promise<Reply> {
    const deadline = performance.now() + call.timeoutMs;
    const tape = new Tape();
    for (;;) {
      const reply = this.#attempt(call, tape, deadline);
      if (!(reply instanceof Suspension)) return reply;
      await reply.work();
    }
  }

  // Streams are another part's: see `streams/`.
  async subscribe(
    call: Call,
    _fields: readonly StreamField[] | undefined,
    _signal: AbortSignal,
  ): Promise<Subscription | Reply> {
    return this.call(call);
  }

  async account(
    credential: string | undefined,
  ): Promise<{ readonly account: string; readonly globalId: string } | undefined> {
    const tape = new Tape();
    for (;;) {
      const transaction = this.#parts.store.begin();
      try {
        const auth = authenticate(credential, { ...this.#parts, transaction, tape });
        return auth && { account: '0', globalId: globalIdOf(auth.scope, transaction) };
      } catch (error) {
        if (!(error instanceof Suspension)) throw error;
        await error.work();
      } finally {
        transaction.rollback();
      }
    }
  }

  isRefPath(path: string): boolean {
    return refPath(path.slice(1)) !== undefined;
  }

  /** Evaluates a call from its start to its commit; a `Suspension` says what has to be done before it can be tried again. */
  #attempt(call: Call, tape: Tape, deadline: number): Reply | Suspension {
    tape.rewind();
    const costs = new CostCounter();
    const transaction = this.#parts.store.begin(call.lastSeenTxn);
    const { snapshot } = transaction;
    let reply: Reply;
    try {
      const context = this.#context(call, transaction, tape, costs);
      if (context === undefined) reply = unauthorized(snapshot);
      else {
        reply = answer(call, context);
        if (performance.now() <= deadline) {
          transaction.commit();
          return reply;
        }
        reply = timedOut(call.timeoutMs, snapshot);
      }
    } catch (error) {
      if (error instanceof Suspension) {
        transaction.rollback();
        return error;
      }
      reply = failureReply(error, costs, snapshot);
    }
    transaction.rollback();
    return reply;
  }

  #context(call: Call, transaction: Transaction, tape: Tape, costs: CostCounter): Context | undefined {
    const auth = authenticate(call.credential, { ...this.#parts, transaction, tape });
    if (auth === undefined) return undefined;
    const isRead = call.request.kind === 'query' && call.request.readOnly;
    return {
      version: call.apiVersion,
      transaction,
      auth,
      validTime: undefined,
      limit: isRead ? { effect: READ, where: 'get requests' } : { effect: WRITE, where: '' },
      depth: 0,
      tape,
      costs,
      secrets: this.#parts.secrets,
      apply: applyLambda,
    };
  }
}

function failureReply(error: unknown, costs: CostCounter, snapshot: bigint): Reply {
  if (error instanceof QueryFailure) return failed(error, costs, snapshot);
  if (error instanceof ProtocolFailure)
    return refused(error.status, error.code, error.message, snapshot, { pretty: true });
  if (error instanceof Crash) return crashed(error.problem, snapshot);
  // Deeper than the stack allows: nesting of the query times nesting of calls. The core would run out of memory.
  if (error instanceof RangeError) return crashed(`java.lang.StackOverflowError: ${error.message}`, snapshot);
  throw error;
}

function timedOut(timeoutMs: number, snapshot: bigint): Reply {
  const unit = timeoutMs === 1 ? 'millisecond' : 'milliseconds';
  const bound = `TimeBound(${String(timeoutMs)} ${unit})`;
  return refused(503, 'time out', `Read timed out (Timed out before deadline ${bound})`, snapshot, {
    pretty: true,
  });
}

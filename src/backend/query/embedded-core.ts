import { answer, evaluateQuery } from './answer.ts';
import { applyLambda, stackOverflow } from '../eval/evaluate.ts';
import { authenticate } from '../auth/authenticate.ts';
import { CostCounter } from './costs.ts';
import { Crash } from '../eval/crash.ts';
import { crashed, failed, refused, unauthorized } from './replies.ts';
import { Late } from '../eval/late.ts';
import { keepIndexes } from '../indexes/keep-indexes.ts';
import { globalIdOf } from '../schema/global-id-of.ts';
import { ProtocolFailure } from '../eval/protocol-failure.ts';
import { ROOT } from '../data/position.ts';
import { QueryFailure } from '../eval/failure.ts';
import { ChangeFeed, type Committed } from '../streams/change-feed.ts';
import { openStream } from '../streams/open-stream.ts';
import { render } from '../render/renderer.ts';
import { streamEvents } from '../streams/stream-events.ts';
import { streamSubject, type StreamSubject } from '../streams/stream-subject.ts';
import { READ, WRITE, type EffectLimit } from '../eval/effect.ts';
import { refPath } from '../parse/ref-path.ts';
import { sizeOf } from '../data/size-of.ts';
import { Suspension, Tape } from './tape.ts';
import type { Call, Core, Reply, StreamField, Subscription } from '../core.ts';
import { within, type Context } from '../eval/context.ts';
import type { Secrets } from '../auth/secrets.ts';
import type { Store, Transaction } from '../store/store.ts';

/** What events show when a client does not say (core: stream/EventField.scala). */
const DEFAULT_FIELDS: readonly StreamField[] = ['action', 'document'];

/** What a version of a document takes besides its fields: seen with the core, entries of its own indexes included. */
const VERSION_BYTES = 320;

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
  readonly #feed: ChangeFeed;
  /** Of the transaction that is open: there is one at a time. */
  #costs: CostCounter | undefined;

  constructor(parts: CoreParts) {
    this.#parts = parts;
    this.#feed = new ChangeFeed(parts.store);
    parts.store.observe((_, { after }) => {
      if (after !== undefined) this.#costs?.wrote(VERSION_BYTES + sizeOf(after.fields));
    });
    keepIndexes(parts.store, { secrets: parts.secrets, apply: applyLambda });
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

  async subscribe(
    call: Call,
    fields: readonly StreamField[] | undefined,
    signal: AbortSignal,
  ): Promise<Subscription | Reply> {
    const tape = new Tape();
    for (;;) {
      const opened = this.#subscribe(call, fields, tape, signal);
      if (!(opened instanceof Suspension)) return opened;
      await opened.work();
    }
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
    const costs = new CostCounter(deadline);
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
      transaction.rollback();
      if (error instanceof Suspension) return error;
      tape.abandon();
      return failureReply(error, call, costs, snapshot);
    }
    transaction.rollback();
    tape.abandon();
    return reply;
  }

  #subscribe(
    call: Call,
    fields: readonly StreamField[] = DEFAULT_FIELDS,
    tape: Tape,
    signal: AbortSignal,
  ): Subscription | Reply | Suspension {
    tape.rewind();
    const costs = new CostCounter(performance.now() + call.timeoutMs);
    const transaction = this.#parts.store.begin(call.lastSeenTxn);
    const { snapshot } = transaction;
    try {
      const context = this.#context(call, transaction, tape, costs);
      if (context === undefined) return unauthorized(snapshot);
      const limit: EffectLimit = { effect: READ, where: 'stream requests' };
      const subject = streamSubject(evaluateQuery(call, within(context, { limit })), context);
      return {
        kind: 'subscription',
        streamId: String(transaction.newId()),
        txnTime: snapshot,
        costs: costs.total(),
        events: openStream({
          feed: this.#feed,
          start: `{"type":"start","txn":${String(snapshot)},"event":${String(snapshot)}}`,
          events: (committed) => this.#events(call, committed, subject, fields),
          lost: ({ time }) => lostText(time),
          signal,
        }),
      };
    } catch (error) {
      return error instanceof Suspension ? error : failureReply(error, call, costs, snapshot);
    } finally {
      transaction.rollback();
    }
  }

  /** The texts of a transaction's events, for who the caller is by now; `undefined`: nobody any more. */
  #events(
    call: Call,
    committed: Committed,
    subject: StreamSubject,
    fields: readonly StreamField[],
  ): readonly string[] | undefined {
    const transaction = this.#parts.store.begin();
    try {
      const context = this.#context(call, transaction, new Tape(), new CostCounter());
      if (context === undefined) return undefined;
      const rendering = { scope: context.auth.scope, version: context.version, transaction };
      return streamEvents(committed, subject, fields, context).map((event) => render(event, rendering));
    } finally {
      transaction.rollback();
    }
  }

  #context(call: Call, transaction: Transaction, tape: Tape, costs: CostCounter): Context | undefined {
    // Spelt out: spreading the parts would cost every query a copy by name.
    const { secrets, rootSecrets } = this.#parts;
    const auth = authenticate(call.credential, { transaction, tape, secrets, rootSecrets });
    if (auth === undefined) return undefined;
    this.#costs = costs;
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
      secrets,
      apply: applyLambda,
    };
  }
}

function lostText(time: bigint): string {
  const event = '{"code":"permission denied","description":"Authorization lost during stream evaluation."}';
  return `{"type":"error","txn":${String(time)},"event":${event}}`;
}

function failureReply(error: unknown, call: Call, costs: CostCounter, snapshot: bigint): Reply {
  if (error instanceof Late) return timedOut(call.timeoutMs, snapshot);
  if (error instanceof QueryFailure) return failed(error, costs, snapshot);
  if (error instanceof ProtocolFailure)
    return refused(error.status, error.code, error.message, snapshot, { pretty: true });
  if (error instanceof Crash) return crashed(error.problem, snapshot);
  // Calls of functions that nest deeply in themselves reach the end of this process's stack before the limit of 200 calls,
  // which is what the core reports for such a query; where exactly is not known any more.
  if (error instanceof RangeError) return failed(stackOverflow(ROOT.at('expr')), costs, snapshot);
  throw error;
}

function timedOut(timeoutMs: number, snapshot: bigint): Reply {
  const unit = timeoutMs === 1 ? 'millisecond' : 'milliseconds';
  const bound = `TimeBound(${String(timeoutMs)} ${unit})`;
  return refused(503, 'time out', `Read timed out (Timed out before deadline ${bound})`, snapshot, {
    pretty: true,
  });
}

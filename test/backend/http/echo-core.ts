import type { Call, Core, Costs, Reply, Subscription } from '../../../src/backend/core.ts';

export const COSTS: Costs = {
  computeOps: 1,
  byteReadOps: 0,
  byteWriteOps: 0,
  bytesRead: 0,
  bytesWritten: 0,
  retries: 0,
};

/** Microseconds; what every answer of the echo says. */
export const TXN_TIME = 1_795_321_583_584_000n;

export interface EchoCore extends Core {
  readonly calls: Call[];
  /** Streams that were opened and not stopped. */
  readonly openStreams: () => number;
}

/**
 * A database that answers a query with the query. `secret` is its only secret; paths under `/classes` are its refs; a
 * query `"fail"` makes it throw; a stream sends the query, and then ends when the query is `"end"`.
 */
export function echoCore(): EchoCore {
  const calls: Call[] = [];
  let open = 0;
  const known = (credential: string | undefined): boolean => credential === 'secret';
  const reply = (status: number, body: string): Reply => ({
    status,
    body,
    pretty: false,
    txnTime: TXN_TIME,
    costs: status === 401 ? undefined : COSTS,
  });
  const unauthorized = reply(401, '{"errors":[{"code":"unauthorized","description":"Unauthorized"}]}');

  return {
    calls,
    openStreams: () => open,
    async call(call) {
      calls.push(call);
      await Promise.resolve();
      if (!known(call.credential)) return unauthorized;
      if (call.request.text === '"fail"') throw new TypeError('no such thing');
      return reply(200, `{"resource":${call.request.text === '' ? 'null' : call.request.text}}`);
    },
    async subscribe(call, _fields, signal): Promise<Subscription | Reply> {
      await Promise.resolve();
      if (!known(call.credential)) return unauthorized;
      open++;
      signal.addEventListener('abort', () => open--, { once: true });
      return {
        kind: 'subscription',
        streamId: '7',
        txnTime: TXN_TIME,
        costs: COSTS,
        events: events(call.request.text, signal),
      };
    },
    account: (credential) =>
      Promise.resolve(known(credential) ? { account: '0', globalId: 'yyyyyyyyyyyyy' } : undefined),
    isRefPath: (path) => /^\/classes(?:\/[^/]+)*$/.test(path),
  };
}

async function* events(text: string, signal: AbortSignal): AsyncIterable<string> {
  yield '{"type":"start"}';
  yield text;
  if (text === '"end"' || signal.aborted) return;
  await new Promise<void>((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

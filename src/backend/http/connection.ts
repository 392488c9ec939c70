import type { Socket } from 'node:net';
import type { HttpRequest } from './message.ts';

/** A client's connection as the sweep for late ones sees it. */
export interface Connection {
  /** `performance.now()` after which the client has kept us waiting too long; `undefined`: we are not waiting. */
  readonly deadline: number | undefined;
  expire(): void;
}

/** How long a client may keep a connection waiting. */
export interface Deadlines {
  /** For the rest of a request that has begun, or the first byte of the first one. The database's is 60 s (spec 1.1). */
  readonly requestMs: number;
  /** Between requests. The database's is 5 s. */
  readonly idleMs: number;
}

/** Goes on with another protocol on a connection whose client asked for it in `request`; `rest` came behind it. */
export type HandOver = (socket: Socket, rest: Buffer, request: HttpRequest) => void;

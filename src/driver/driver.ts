/**
 * A driver session: a question (an FQL expression as wire JSON, an endpoint, a secret) goes in, an answer comes out:
 * what the driver decoded, the bytes that its language's print statement wrote, or the error that it raised. What can go
 * wrong on the way is an answer too, so no question is ever lost. Behind the interface stands a shim process, a container
 * or a recording. This folder imports `value` only.
 */
import type { Json, Value } from '../value/index.ts';

/** What a shim says of itself in the handshake. */
export interface Hello {
  readonly protocol: number;
  readonly driver: { readonly name: string; readonly package: string; readonly version: string };
  readonly runtime: { readonly name: string; readonly version: string };
  /** Operating system and processor, for example `linux x64`. */
  readonly platform: string;
  /** The locale and time zone that the shim's process prints under. */
  readonly locale: string;
  readonly timeZone: string;
  /** How many questions it works on at once; it is never sent more, so that a question's time is its own. */
  readonly concurrency: number;
  /** FQL functions that the driver's query builder has, by their wire name (first key): `login`, `create`, `add` … */
  readonly abilities: readonly string[];
}

export interface Question {
  readonly endpoint: string;
  readonly secret: string;
  /** The FQL expression in wire form, which the shim turns into calls of its driver's query builder. */
  readonly query: Json;
}

/** What the driver raised, as it describes itself; the print of it is in `prints`. */
export interface Raised {
  readonly type: string;
  readonly message: string;
}

export type Answer =
  | {
      readonly outcome: 'value';
      readonly decoded: Value;
      /** The bytes that the print statement wrote, its line feed included: the same value, printed twice. */
      readonly prints: readonly [Uint8Array, Uint8Array];
    }
  | {
      readonly outcome: 'error';
      readonly raised: Raised;
      readonly prints: readonly [Uint8Array, Uint8Array];
    }
  /** Decoded, but the print statement itself raised. */
  | { readonly outcome: 'unprintable'; readonly decoded: Value; readonly raised: Raised }
  /** The driver's query builder cannot express the question. */
  | { readonly outcome: 'unsupported'; readonly what: string }
  | Breakdown;

/** No answer of the driver: the process, the protocol or the clock failed. Charged to the question in flight only. */
export type Breakdown =
  | {
      readonly outcome: 'crashed';
      /** `exit status 3`, `killed by SIGSEGV`, `did not start: …`. */
      readonly exit: string;
      readonly stderr: string;
      /** How many other questions were in flight in the same process and fell with it: any of them may be the cause. */
      readonly alongside: number;
    }
  | { readonly outcome: 'timed out'; readonly afterMs: number; readonly stderr: string }
  | { readonly outcome: 'protocol error'; readonly problem: string; readonly stderr: string }
  /** Never sent, because the restart budget was used up, or in flight when the session was stopped. */
  | {
      readonly outcome: 'not run';
      readonly reason: string;
      /** Whoever asked stopped the session: nobody is to blame. */
      readonly stopped?: true;
    };

export interface Session extends AsyncDisposable {
  readonly hello: Hello;
  /** Never rejects. Many questions may be in flight; answers come in any order. */
  ask(question: Question, limits: { readonly timeoutMs: number }): Promise<Answer>;
  /** What the shim wrote on standard error so far, and stray text on standard output; the last 64 KiB. */
  readonly noise: string;
  /**
   * What broke the protocol or failed to restart and may be no question's answer: a second answer, a reply to nobody.
   * Each is the shim's defect, and red even if every question was answered.
   */
  readonly breaches: readonly string[];
  stop(): Promise<void>;
}

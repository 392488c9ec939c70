/**
 * A scenario: what a person does with a database, step by step, and what must come of it. The harness makes a fresh
 * database for every case (a scenario with a driver), runs the set-up itself, and lets the driver ask the steps one after
 * the other. Nothing here knows of drivers or backends; steps refer to earlier answers by step name and path.
 */
import type { Json, Value } from '../value/index.ts';
import type { Expr } from './fql.ts';

export interface Scenario {
  /** Stable id, used in reports, filters and known divergences: `log-in`. */
  readonly name: string;
  /** One sentence for people. */
  readonly title: string;
  /** The documentation page whose sample it is, by its file in `fixtures/samples`. */
  readonly page?: string;
  /** Asked by the harness itself, in order; each must succeed. */
  readonly setUp: readonly SetUpStep[];
  readonly steps: readonly Step[];
  /** Each step is asked twice: its answer has nothing made up in it, so the two prints must be alike. */
  readonly repeat?: true;
}

export interface SetUpStep {
  readonly name: string;
  readonly query: (seen: Seen) => Expr;
  /** The default is the admin key of the case's database. */
  readonly as?: (seen: Seen) => Secret;
}

export interface Step {
  /** Unique in its scenario. */
  readonly name: string;
  readonly query: (seen: Seen) => Expr;
  /** Whose secret the driver's client uses; the default is the case's server key. */
  readonly as?: (seen: Seen) => Secret;
  /** What the database must answer. */
  readonly answer: Expected;
}

/** The admin or server key of the case's database, a secret that no database knows, or one that a step brought to light. */
export type Secret =
  { readonly key: 'admin' | 'server' | 'client' | 'unknown' } | { readonly secret: string };

/**
 * Looks into the answer to an earlier step or set-up step: the wire JSON at `path` below `resource`.
 * @throws MissingAnswer when that step had no such answer.
 */
export type Seen = (step: string, ...path: readonly (string | number)[]) => Json;

/** An earlier step's answer that a later one needs is not there; the later one is then not run. */
export class MissingAnswer extends Error {
  override readonly name = 'MissingAnswer';
  constructor(step: string, path: readonly (string | number)[]) {
    super(`the answer to "${step}" has nothing at ${path.length === 0 ? 'its root' : path.join('.')}`);
  }
}

export type Expected =
  | {
      readonly kind: 'value';
      /** Properties that the answer must have; each is one expectation with its own verdict. */
      readonly properties: readonly Property[];
      /** The answer is a token that shows its secret: the invariants of tokens are looked at as well. */
      readonly token?: true;
    }
  | {
      readonly kind: 'error';
      readonly status: number;
      readonly code: string;
      readonly description?: string;
      readonly position?: readonly (string | number)[];
    };

export interface Property {
  /** Reads as the end of "the answer …": `is true`, `never shows the secret again`. */
  readonly name: string;
  /** `undefined`: it holds; else what is wrong, in words without ids, secrets or times. */
  readonly violation: (answer: Value, seen: Seen) => string | undefined;
}

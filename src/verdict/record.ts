/**
 * A finished run as data: what `run.json` holds and every report is a pure function of. Everything outside `volatile` is
 * pseudonymised and the same for the same seed, drivers and backend, byte for byte.
 */
import type { Json } from '../value/index.ts';
import type { Result, Verdict } from './verdict.ts';

export const RECORD_VERSION = 1;

export interface RunRecord {
  readonly tool: { readonly name: 'printproof'; readonly version: string };
  readonly recordVersion: typeof RECORD_VERSION;
  readonly seed: number;
  readonly backend: string;
  readonly drivers: readonly DriverRecord[];
  readonly scenarios: readonly ScenarioRecord[];
  /** One for every scenario and driver that ran, in the order of both lists. */
  readonly cases: readonly CaseRecord[];
  /** One for every planned check, in plan order. */
  readonly results: readonly Result[];
  /** What the generated scenarios found: for every shape the smallest counter-example. */
  readonly discoveries: readonly DiscoveryRecord[];
  /** The known divergences that results of this run bore out, and why they are there. */
  readonly divergences: readonly { readonly id: string; readonly reason: string }[];
  /** Entries of the file of known divergences that no check bore out. */
  readonly stale: readonly StaleRecord[];
  readonly totals: Totals;
  readonly volatile: Volatile;
}

export interface DriverRecord {
  readonly name: string;
  readonly title: string;
  readonly package: string;
  readonly version: string;
  readonly format: string;
  readonly state: DriverState;
}

export type DriverState =
  | {
      readonly kind: 'ran';
      readonly runtime: string;
      readonly platform: string;
      readonly locale: string;
      readonly timeZone: string;
    }
  | { readonly kind: 'unavailable'; readonly missing: string; readonly get: string }
  | { readonly kind: 'broken'; readonly problem: string };

export interface ScenarioRecord {
  readonly name: string;
  readonly title: string;
  readonly page?: string;
  readonly steps: readonly string[];
}

export interface CaseRecord {
  readonly scenario: string;
  readonly driver: string;
  readonly steps: readonly StepRecord[];
}

/** The four witnesses of one step, pseudonymised; a witness that was not seen is absent. */
export interface StepRecord {
  readonly name: string;
  /** The question, as wire JSON. */
  readonly query?: Json;
  readonly request?: Json;
  readonly response?: { readonly status: number; readonly body: Json };
  /** Tagged JSON of what the driver decoded. */
  readonly decoded?: Json;
  /** The driver's error, as it describes itself. */
  readonly raised?: { readonly type: string; readonly message: string };
  /** The printed text without the final line feed, its free parts masked. */
  readonly printed?: string;
  /** Tagged JSON of what the printed text says. */
  readonly reading?: Json;
}

export interface DiscoveryRecord {
  readonly driver: string;
  readonly expectation: string;
  readonly shape: string;
  readonly detail: string;
  /** Tagged JSON of the smallest value (or the commands of the smallest sequence) that shows it. */
  readonly example: Json;
  /** What runs just this example again. */
  readonly replay: { readonly scenario: string; readonly seed: number; readonly path: string };
  readonly known?: string;
}

export interface StaleRecord {
  readonly id: string;
  readonly problem: string;
}

export interface Totals {
  readonly planned: number;
  readonly reported: number;
  readonly verdicts: Readonly<Partial<Record<Verdict, number>>>;
  /** Results that failed just as the file of known divergences says. */
  readonly known: number;
  /** Results that make the run red. */
  readonly unexpected: number;
}

/** Everything that changes from run to run. */
export interface Volatile {
  readonly startedAt: string;
  readonly durationMs: number;
  readonly stages: readonly { readonly name: string; readonly durationMs: number }[];
  /** Base64 of every print as it came, secrets pseudonymised: `scenario › driver › step`. */
  readonly prints: Readonly<Record<string, readonly [string, string]>>;
  /** What shims wrote on standard error, by driver. */
  readonly noise: Readonly<Record<string, string>>;
}

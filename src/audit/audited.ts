import type { Fit } from '../recognize/index.ts';
import type { Releases } from '../format/index.ts';
import type { AuditFinding } from './finding.ts';
import type { Place } from './page.ts';

/** What the audit of a page says; `--json` writes it as it is. */
export interface PageAudit {
  readonly path: string;
  readonly samples: readonly AuditedSample[];
  readonly examples: readonly AuditedExample[];
  /** In the order of the page. */
  readonly findings: readonly AuditFinding[];
  readonly secrets: SecretTotals;
}

export interface AuditedSample {
  /** From 1, in the order of the page. */
  readonly number: number;
  readonly example: number;
  readonly from: Place;
  readonly to: Place;
  /** The tab that shows it, where the page says so. */
  readonly label?: string;
  /** How well it fits the best of `printedBy`; absent: no format reads it. */
  readonly fit?: Fit;
  /** What may have printed it, newest first within a driver (where `fit` is `lenient`: something like it); empty: nothing. */
  readonly printedBy: readonly PrintedBy[];
  /** What today's drivers of the same families do with the same value. */
  readonly today: readonly Today[];
  /** What a token or key in it says of when it was made. */
  readonly made?: Made;
}

/** A format that prints just this text, and its releases. */
export interface PrintedBy {
  readonly format: string;
  readonly driver: string;
  /** Releases that were there when the sample was printed, as far as it says when. */
  readonly releases: readonly Releases[];
  /** Runtimes that make the same text, where the text depends on them. */
  readonly runtimes: readonly string[];
  /** The mark in the text that says so. */
  readonly reason: string;
}

/** `same`: byte for byte, but for addresses; `layout`: other white space; `changed`: another text; `unknown`: it cannot be told. */
export interface Today {
  readonly driver: string;
  readonly format: string;
  readonly state: 'same' | 'layout' | 'changed' | 'unknown';
  /** What the driver prints today; for `unknown`, why that cannot be told. */
  readonly text?: string;
}

/** Times in ISO 8601, UTC. */
export interface Made {
  /** When the printed id was made, by the id. */
  readonly id?: string;
  /** When the secret was made, by the id in it. */
  readonly secret?: string;
  /** What `ts` says. */
  readonly ts?: string;
}

export interface AuditedExample {
  readonly number: number;
  /** Those that can be read, and say all that they say. */
  readonly samples: number;
  /** Samples that agree with each other, at most; all of them when every tab describes one value. */
  readonly agreeing: number;
}

export interface SecretTotals {
  /** Secrets of tokens in samples, and how many of them satisfy the invariants (id, `ts`, secret). */
  readonly tokens: number;
  readonly sound: number;
  readonly keys: number;
  /** Databases that the secrets of tokens name, each once. */
  readonly scopes: readonly string[];
}

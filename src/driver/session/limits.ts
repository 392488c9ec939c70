/** What a session allows its shim. Each has a default, so that most callers say nothing. */
export interface SessionLimits {
  /** Questions in flight at once, whatever the shim offers. */
  readonly inFlight: number;
  /** Fresh processes after the first, for whatever reason; then the remaining questions are not run. */
  readonly restarts: number;
  /** Milliseconds for the shim to start and say hello. */
  readonly startMs: number;
  /** Milliseconds after the end of input, and after SIGTERM, before the next step of stopping. */
  readonly graceMs: number;
  readonly maxReplyBytes: number;
  /** Holds every decoded value against the published schema too; for tests, and for authors of shims. */
  readonly strict: boolean;
}

export const DEFAULT_LIMITS: SessionLimits = {
  // A driver keeps about this many requests on one connection busy; more only makes a crash take more with it.
  inFlight: 16,
  // One restart is an accident, two are a pattern, and a driver that breaks at every question should say so soon.
  restarts: 3,
  // A cold JVM on a busy two-core machine needs up to 15 s to its first line; the rest is reserve.
  startMs: 60_000,
  // The JavaScript client's HTTP/2 session holds its process for up to 500 ms; the rest is reserve.
  graceMs: 5_000,
  // The database takes up to 8 MiB of request; decoded, and printed twice in Base64, that can be some 40 MiB.
  maxReplyBytes: 64 * 1024 * 1024,
  strict: false,
};

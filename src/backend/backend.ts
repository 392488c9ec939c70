/**
 * How the pipeline sees a database, wherever it runs: in this process, in a container, or at a URL. A `Backend` is a
 * way to get one; a `RunningBackend` answers at `url` until it is disposed of.
 */
export interface Backend {
  /** For messages and `run.json`: `embedded`, `container:<image>` or the URL. */
  readonly name: string;
  start(): Promise<RunningBackend>;
}

export interface RunningBackend extends AsyncDisposable {
  readonly name: string;
  /** Origin without a path, for example `http://127.0.0.1:8443`. */
  readonly url: string;
  /** Where the database itself answers, if `url` is that of a witness before it. */
  readonly direct?: string;
  readonly rootSecret: string;
  readonly witness: Witness;
}

/**
 * Sees what drivers really send and get. Exchanges are kept by the credential that was presented, so cases that run at
 * once, each with a secret of its own, do not see each other's.
 */
export interface Witness {
  /**
   * Starts keeping the exchanges of a credential (a secret as it stands in the `Authorization` header, without its
   * scope suffix). Nothing is kept for credentials that nobody watches.
   */
  watch(credential: string): void;
  /** The exchanges kept since the last call, oldest first. */
  take(credential: string): readonly Exchange[];
  /** Forgets the credential and what was kept for it. */
  forget(credential: string): void;
}

/** One request and its answer, byte for byte. */
export interface Exchange {
  /** Rises over the whole backend, in the order in which answers went out. */
  readonly sequence: number;
  readonly method: string;
  readonly path: string;
  readonly request: string;
  readonly status: number;
  readonly response: string;
}

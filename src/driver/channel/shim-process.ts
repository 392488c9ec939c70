/**
 * A running shim as the harness sees it: lines in, bytes out, an end. An operating system's process, a container or a
 * few lines of a test can stand behind it.
 */
export interface ShimProcess {
  readonly stdout: AsyncIterable<Uint8Array>;
  readonly stderr: AsyncIterable<Uint8Array>;
  /**
   * Settles when it is gone and both outputs have ended, with how it ended: `exit status 3`, `killed by SIGSEGV`,
   * `did not start: …`. Never rejects.
   */
  readonly exited: Promise<string>;
  /** Writes to standard input; nothing happens when that is closed. */
  send(line: string): void;
  /** Closes standard input, which asks a shim to stop. */
  endInput(): void;
  /** Asks it to end (SIGTERM), which a process may ignore. */
  terminate(): void;
  /** Ends it (SIGKILL). */
  kill(): void;
}

/** Starts a shim; one that cannot be started is a process that has exited. */
export type Launch = () => ShimProcess;

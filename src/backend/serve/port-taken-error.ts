/** The port that the server was to listen on belongs to somebody else. */
export class PortTakenError extends Error {
  override readonly name = 'PortTakenError';
  readonly code = 'port-taken';

  constructor(host: string, port: number, cause: unknown) {
    super(
      `Port ${String(port)} of ${host} is in use. Stop what listens there, or choose another with --port (0 takes a free one).`,
      { cause },
    );
  }

  /** The error for what `listen` failed with; `undefined`: it failed for another reason. */
  static from(cause: unknown, host: string, port: number): PortTakenError | undefined {
    const isTaken = cause instanceof Error && 'code' in cause && cause.code === 'EADDRINUSE';
    return isTaken ? new PortTakenError(host, port, cause) : undefined;
  }
}

/**
 * Thrown to answer a query with an error that has no position and is laid out for people: what the core raises while it runs
 * a query, but not as part of FQL (spec 1.9, Protocol errors).
 */
export class ProtocolFailure extends Error {
  override readonly name = 'ProtocolFailure';
  readonly status: 400 | 409 | 503;
  readonly code: string;
  constructor(status: 400 | 409 | 503, code: string, description: string) {
    super(description);
    this.status = status;
    this.code = code;
  }
}

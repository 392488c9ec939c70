import type { Header, HeaderExpectation } from './recording.ts';
import type { PlainRequest } from './send.ts';

export interface HeaderDifference {
  /** The header, lower case; `(names)` when the set or order of headers differs. */
  readonly header: string;
  readonly recorded: string;
  readonly got: string;
}

/**
 * The first header that is not as recorded. Values are compared unless they are volatile; where all headers were
 * recorded their names must be the same, in the same order and case, apart from those that belong to the connection.
 */
export function compareHeaders(
  expected: HeaderExpectation,
  got: readonly Header[],
  request: PlainRequest,
): HeaderDifference | undefined {
  return expected.kind === 'all'
    ? (compareNames(expected.headers, got) ?? compareValues(expected.headers, got, request))
    : compareSome(expected, got);
}

/**
 * Written by the connection, not by the database: any HTTP/1.1 server may add or drop them, wherever it likes.
 * `x-faunadb-host` names a machine of a cluster.
 */
const CONNECTION_HEADERS = new Set([
  'connection',
  'keep-alive',
  'date',
  'content-length',
  'transfer-encoding',
  'x-faunadb-host',
]);

/** The recordings' README: times, metrics and the build are facts of one run. */
const VOLATILE =
  /^(?:x-txn-time|x-(?:compute|byte-read|byte-write)-ops|x-query-.*|x-storage-.*|x-txn-retries|x-faunadb-build|x-faunadb-host)$/;

function compareNames(recorded: readonly Header[], got: readonly Header[]): HeaderDifference | undefined {
  const names = (headers: readonly Header[]): string =>
    headers
      .map(([name]) => name)
      .filter((name) => !CONNECTION_HEADERS.has(name.toLowerCase()))
      .join(', ');
  const [left, right] = [names(recorded), names(got)];
  return left === right ? undefined : { header: '(names)', recorded: left, got: right };
}

function compareValues(
  recorded: readonly Header[],
  got: readonly Header[],
  request: PlainRequest,
): HeaderDifference | undefined {
  for (const [name, value] of recorded) {
    const header = name.toLowerCase();
    if (VOLATILE.test(header) || CONNECTION_HEADERS.has(header)) continue;
    const other = valueOf(got, header);
    const same = header === 'traceparent' ? sameTrace(value, other, request) : value === other;
    if (!same) return { header, recorded: value, got: other ?? '(absent)' };
  }
  const closes = valueOf(recorded, 'connection') === 'close';
  const connection = valueOf(got, 'connection') ?? '(absent)';
  return closes && connection !== 'close'
    ? { header: 'connection', recorded: 'close', got: connection }
    : undefined;
}

/** Trace and span ids are random; but a trace that the request began is the one that the response goes on with. */
function sameTrace(recorded: string, got: string | undefined, request: PlainRequest): boolean {
  const shape = /^00-([\da-f]{32})-[\da-f]{16}-[\da-f]{2}$/;
  const [recordedTrace, gotTrace] = [shape.exec(recorded)?.[1], shape.exec(got ?? '')?.[1]];
  if (recordedTrace === undefined || gotTrace === undefined) return recorded === got;
  const asked = shape.exec(valueOf(request.headers, 'traceparent') ?? '')?.[1];
  return (recordedTrace === asked) === (gotTrace === asked);
}

function compareSome(
  expected: Extract<HeaderExpectation, { kind: 'some' }>,
  got: readonly Header[],
): HeaderDifference | undefined {
  const presence = (present: boolean): string => (present ? '(present)' : '(absent)');
  const txnTime = valueOf(got, 'x-txn-time') !== undefined;
  if (txnTime !== expected.txnTime)
    return { header: 'x-txn-time', recorded: presence(expected.txnTime), got: presence(txnTime) };
  for (const [header, value] of [
    ['content-type', expected.contentType],
    ['www-authenticate', expected.authenticate],
  ] as const) {
    const other = valueOf(got, header);
    if (other !== value) return { header, recorded: value ?? '(absent)', got: other ?? '(absent)' };
  }
  return undefined;
}

/** A header's value; several of one name joined by commas. */
function valueOf(headers: readonly Header[], wanted: string): string | undefined {
  const values = headers.filter(([name]) => name.toLowerCase() === wanted).map(([, value]) => value);
  return values.length === 0 ? undefined : values.join(', ');
}

import { randomFillSync } from 'node:crypto';

/**
 * The `traceparent` of an answer: the trace id of a valid request header, else a new one, with a new span id
 * (spec 1.5).
 */
export function traceparent(asked: string | undefined): string {
  const trace = asked === undefined ? undefined : TRACEPARENT.exec(asked)?.[1];
  return trace === undefined ? `00-${randomHex(16)}-${randomHex(8)}-00` : `00-${trace}-${randomHex(8)}-00`;
}

/** W3C trace context, version 00: neither id may be all zeros. */
const TRACEPARENT = /^00-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}$/;

// One system call for some 170 answers instead of one each.
const pool = Buffer.alloc(4096);
let used = pool.length;

function randomHex(bytes: number): string {
  if (used + bytes > pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += bytes;
  return pool.toString('hex', used - bytes, used);
}

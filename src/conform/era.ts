import type { Era } from './recording.ts';

/** The era of a recording made at a time (ISO 8601): its year and the next one, so that `ttl`s of the history count. */
export function eraFrom(at: string): Era {
  const year = new Date(at).getUTCFullYear();
  if (Number.isNaN(year)) throw new Error(`no time of recording: ${JSON.stringify(at)}`);
  return { from: micros(year), to: micros(year + 2) };
}

function micros(year: number): bigint {
  return BigInt(Date.UTC(year, 0)) * 1000n;
}

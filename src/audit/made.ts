import { idTime } from '../expect/id-time.ts';
import { instantText } from '../value/index.ts';
import type { Made } from './audited.ts';
import { integerIn, type Credential } from './credentials.ts';

/** Longest span of microseconds that has a text of four-digit years. */
const LAST_MICROS = 253_402_300_799_999_999n;

/** What a token or key says of when it was made. */
export function made({ object, secret }: Credential): Made {
  const ref = object.entries.find(([key]) => key === 'ref')?.[1];
  const id =
    ref?.kind === 'ref' && typeof ref.id === 'string' && /^\d{15,19}$/.test(ref.id)
      ? BigInt(ref.id)
      : undefined;
  const ts = integerIn(object.entries, 'ts');
  return {
    ...(id === undefined ? {} : { id: isoOf(idTime(id) * 1000n) }),
    ...(secret === undefined ? {} : { secret: isoOf(idTime(secret.id) * 1000n) }),
    ...(ts === undefined || ts < 0n || ts > LAST_MICROS ? {} : { ts: isoOf(ts) }),
  };
}

/** The ISO text of microseconds since 1970. */
export function isoOf(micros: bigint): string {
  return instantText({ seconds: micros / 1_000_000n, nanos: Number(micros % 1_000_000n) * 1000 });
}

import { instantText } from '../../value/instant.ts';
import { ProtocolFailure } from './protocol-failure.ts';
import { Time } from '../data/time.ts';

/** Microseconds before the snapshot during which every version is kept, whatever a collection's `history_days`. */
export const RETAINED = 15n * 60n * 1_000_000n;

/** Refuses to read a time whose history need not be there any more (spec 1.15). Both in microseconds. */
export function checkReadTime(time: bigint, earliest: bigint): void {
  if (time >= earliest) return;
  const [asked, minimum] = [time, earliest].map((micros) => instantText(Time.ofMicros(micros)));
  throw new ProtocolFailure(
    400,
    'bad request',
    `Requested timestamp ${asked ?? ''} less than minimum allowed timestamp ${minimum ?? ''}.`,
  );
}

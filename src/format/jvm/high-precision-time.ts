import { instant, instantText } from '../../value/index.ts';

const SECOND = 1_000_000_000n;
const MILLI = 1_000_000n;
const PRINTED = /^([+-]?\d{4,10}-\d\d-\d\dT\d\d:\d\d:\d\d)\.(-?\d{8,9})Z$/;

/**
 * `HighPrecisionTime.toString` of 0.3.1 to 2.2.0: always nine digits. Milliseconds are divided towards zero, so a time
 * before 1970 that has milliseconds prints a negative fraction, `1969-12-31T23:59:58.-500000000Z`, once behind the wrong second
 * (ran 2.2.0, `types/time/HighPrecisionTime.java`). Years over 9999 have no plus sign.
 */
export function highPrecisionText(text: string): string {
  const time = instant(text);
  if (time === undefined) return text;
  const millis = time.seconds * 1000n + BigInt(time.nanos) / MILLI;
  const seconds = millis / 1000n;
  const nanos = (millis % 1000n) * MILLI + (BigInt(time.nanos) % MILLI);
  const shown = seconds * 1000n + nanos / MILLI;
  const whole = instantText({ seconds: (shown - (((shown % 1000n) + 1000n) % 1000n)) / 1000n, nanos: 0 });
  const digits = nanos < 0n ? `-${String(-nanos).padStart(8, '0')}` : String(nanos).padStart(9, '0');
  return `${whole.slice(0, -1).replace(/^\+/, '')}.${digits}Z`;
}

/** The time of such a text as the database writes it; `undefined` for a text of another shape. */
export function readHighPrecision(text: string): string | undefined {
  const [, whole, digits] = PRINTED.exec(text) ?? [];
  const shown = whole === undefined ? undefined : instant(`${whole}Z`);
  if (shown === undefined || digits === undefined) return undefined;
  const nanos = BigInt(digits);
  // The second shown is one too early where the negative fraction has whole milliseconds.
  const second = nanos / MILLI < 0n ? shown.seconds + 1n : shown.seconds;
  const total = second * SECOND + nanos;
  const rest = ((total % SECOND) + SECOND) % SECOND;
  return instantText({ seconds: (total - rest) / SECOND, nanos: Number(rest) });
}

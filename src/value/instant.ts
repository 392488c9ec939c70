/** A point in time: whole seconds since 1970 (negative before) and nanoseconds 0 … 999,999,999 after them. */
export interface Instant {
  readonly seconds: bigint;
  readonly nanos: number;
}

const TIMESTAMP = /^([+-]?\d{4,10})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?Z$/;
const DATE = /^([+-]?\d{4,10})-(\d\d)-(\d\d)$/;
const SECONDS_A_DAY = 86_400n;

/** Reads the database's UTC timestamp text; `undefined` for anything else. Years beyond four digits carry a sign. */
export function instant(text: string): Instant | undefined {
  const match = TIMESTAMP.exec(text);
  if (match === null) return undefined;
  const [, year = '', month = '', day = '', hour = '', minute = '', second = '', fraction = ''] = match;
  const days = dayNumber(BigInt(year), Number(month), Number(day));
  const seconds = days * SECONDS_A_DAY + BigInt(Number(hour) * 3600 + Number(minute) * 60 + Number(second));
  return { seconds, nanos: Number(fraction.padEnd(9, '0')) };
}

/** Days since 1970-01-01 of an ISO date text; `undefined` for anything else. */
export function epochDay(text: string): bigint | undefined {
  const match = DATE.exec(text);
  if (match === null) return undefined;
  const [, year = '', month = '', day = ''] = match;
  return dayNumber(BigInt(year), Number(month), Number(day));
}

/** The ISO text of an instant in UTC, with a fraction of 0, 3, 6 or 9 digits as the database writes it. */
export function instantText({ seconds, nanos }: Instant): string {
  const days = floorDiv(seconds, SECONDS_A_DAY);
  const inDay = Number(seconds - days * SECONDS_A_DAY);
  const two = (part: number): string => String(part).padStart(2, '0');
  const clock = `${two(Math.floor(inDay / 3600))}:${two(Math.floor(inDay / 60) % 60)}:${two(inDay % 60)}`;
  return `${epochDayText(days)}T${clock}${fractionText(nanos)}Z`;
}

/** The ISO date of a number of days since 1970-01-01; years over 9999 carry `+`, negative ones `-`. */
export function epochDayText(days: bigint): string {
  // Days since 0000-03-01, so that the leap day is the last of its year (Howard Hinnant's civil_from_days).
  const shifted = days + 719_468n;
  const era = floorDiv(shifted, 146_097n);
  const dayOfEra = shifted - era * 146_097n;
  const yearOfEra = (dayOfEra - dayOfEra / 1460n + dayOfEra / 36_524n - dayOfEra / 146_096n) / 365n;
  const dayOfYear = dayOfEra - (365n * yearOfEra + yearOfEra / 4n - yearOfEra / 100n);
  const monthIndex = (5n * dayOfYear + 2n) / 153n;
  const day = dayOfYear - (153n * monthIndex + 2n) / 5n + 1n;
  const month = monthIndex < 10n ? monthIndex + 3n : monthIndex - 9n;
  const year = yearOfEra + era * 400n + (month <= 2n ? 1n : 0n);
  return `${yearText(year)}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function dayNumber(year: bigint, month: number, day: number): bigint {
  const shiftedYear = month <= 2 ? year - 1n : year;
  const era = floorDiv(shiftedYear, 400n);
  const yearOfEra = shiftedYear - era * 400n;
  const dayOfYear = BigInt(Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1);
  return era * 146_097n + yearOfEra * 365n + yearOfEra / 4n - yearOfEra / 100n + dayOfYear - 719_468n;
}

function yearText(year: bigint): string {
  const digits = (year < 0n ? -year : year).toString().padStart(4, '0');
  if (year < 0n) return `-${digits}`;
  return year > 9999n ? `+${digits}` : digits;
}

function fractionText(nanos: number): string {
  if (nanos === 0) return '';
  const digits = String(nanos).padStart(9, '0');
  if (digits.endsWith('000000')) return `.${digits.slice(0, 3)}`;
  return digits.endsWith('000') ? `.${digits.slice(0, 6)}` : `.${digits}`;
}

function floorDiv(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a % b !== 0n && a < 0n !== b < 0n ? quotient - 1n : quotient;
}

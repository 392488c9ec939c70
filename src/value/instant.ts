/** A point in time: whole seconds since 1970 (negative before) and nanoseconds 0 … 999,999,999 after them. */
export interface Instant {
  readonly seconds: bigint;
  readonly nanos: number;
}

const TIMESTAMP = /^([+-]?\d{4,10})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?Z$/;
const DATE = /^([+-]?\d{4,10})-(\d\d)-(\d\d)$/;
const SECONDS_A_DAY = 86_400n;
const DASH = 0x2d;
const ZERO = 0x30;
const COLON = 0x3a;
const T = 0x54;

/** Reads the database's UTC timestamp text; `undefined` for anything else. Years beyond four digits carry a sign. */
export function instant(text: string): Instant | undefined {
  const match = TIMESTAMP.exec(text);
  if (match === null) return undefined;
  const [, year = '', month = '', day = '', hour = '', minute = '', second = '', fraction = ''] = match;
  const days = dayNumber(Number(year), Number(month), Number(day));
  const seconds = days * SECONDS_A_DAY + BigInt(Number(hour) * 3600 + Number(minute) * 60 + Number(second));
  return { seconds, nanos: Number(fraction.padEnd(9, '0')) };
}

/** Days since 1970-01-01 of an ISO date text; `undefined` for anything else. */
export function epochDay(text: string): bigint | undefined {
  const match = DATE.exec(text);
  if (match === null) return undefined;
  const [, year = '', month = '', day = ''] = match;
  return dayNumber(Number(year), Number(month), Number(day));
}

/** The ISO text of an instant in UTC, with a fraction of 0, 3, 6 or 9 digits as the database writes it. */
export function instantText({ seconds, nanos }: Instant): string {
  const days = floorDiv(seconds, SECONDS_A_DAY);
  return momentText(Number(days), Number(seconds - days * SECONDS_A_DAY), nanos);
}

/** The same for days since 1970-01-01 and seconds of the day. */
export function momentText(days: number, inDay: number, nanos: number): string {
  const minutes = Math.floor(inDay / 60);
  const [hour, minute, second] = [Math.floor(minutes / 60), minutes % 60, inDay % 60];
  const clock = String.fromCharCode(
    T,
    tens(hour),
    ones(hour),
    COLON,
    tens(minute),
    ones(minute),
    COLON,
    tens(second),
    ones(second),
  );
  return `${dayText(days)}${clock}${fractionText(nanos)}Z`;
}

/** The ISO date of a number of days since 1970-01-01; years over 9999 carry `+`, negative ones `-`. */
export function epochDayText(days: bigint): string {
  return dayText(Number(days));
}

function dayText(days: number): string {
  // Days since 0000-03-01, so that the leap day is the last of its year (Howard Hinnant's civil_from_days).
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const early = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - early) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthIndex = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthIndex + 2) / 5) + 1;
  const month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  const inYear = String.fromCharCode(DASH, tens(month), ones(month), DASH, tens(day), ones(day));
  return yearText(year) + inYear;
}

/** The first of two digits, and the second: made into text at once they are one string, not a tree of many. */
function tens(part: number): number {
  return ZERO + Math.floor(part / 10);
}

function ones(part: number): number {
  return ZERO + (part % 10);
}

function dayNumber(year: number, month: number, day: number): bigint {
  const shiftedYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(shiftedYear / 400);
  const yearOfEra = shiftedYear - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const leapDays = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
  return BigInt(era * 146_097 + yearOfEra * 365 + leapDays + dayOfYear - 719_468);
}

function yearText(year: number): string {
  const digits = String(Math.abs(year)).padStart(4, '0');
  if (year < 0) return `-${digits}`;
  return year > 9999 ? `+${digits}` : digits;
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

import { epochDay, instant, instantText } from '../../value/index.ts';

/** `Time#inspect` of a UTC time: the fraction without the zeros at its end (Ruby 2.7 and later). */
export function rubyTime(text: string): string {
  const time = instant(text);
  if (time === undefined) return text;
  const whole = instantText({ seconds: time.seconds, nanos: 0 })
    .replace(/^\+/, '')
    .replace('T', ' ')
    .slice(0, -1);
  const fraction = String(time.nanos).padStart(9, '0').replace(/0+$/, '');
  return `${whole}${fraction === '' ? '' : `.${fraction}`} UTC`;
}

/** The time of such a text, as the database writes it. */
export function readRubyTime(text: string): string | undefined {
  const match = /^(\d{5,10}|[+-]?\d{4,10})(-\d\d-\d\d) (\d\d:\d\d:\d\d(?:\.\d{1,9})?) UTC$/.exec(text);
  if (match === null) return undefined;
  const [, year = '', day = '', clock = ''] = match;
  const time = instant(`${/^\d{5}/.test(year) ? '+' : ''}${year}${day}T${clock}Z`);
  return time === undefined ? undefined : instantText(time);
}

const EPOCH_JULIAN_DAY = 2_440_588n;
/** Days up to here are of the Julian calendar, `Date::ITALY`. */
const FIRST_GREGORIAN = 2_299_161n;

/** `Date#inspect`: `#<Date: 2018-01-02 ((2458121j,0s,0n),+0s,2299161j)>`. */
export function rubyDate(text: string): string {
  return `#<Date: ${text.replace(/^\+/, '')} ((${julianDay(text) ?? 0n}j,0s,0n),+0s,${FIRST_GREGORIAN}j)>`;
}

/** The chronological Julian day of a date, which Ruby reads in the Julian calendar before 15 October 1582. */
export function julianDay(text: string): bigint | undefined {
  const gregorian = epochDay(text);
  if (gregorian === undefined) return undefined;
  const day = gregorian + EPOCH_JULIAN_DAY;
  if (day >= FIRST_GREGORIAN) return day;
  const [, years = '', month = '', ofMonth = ''] = /^([+-]?\d+)-(\d\d)-(\d\d)$/.exec(text) ?? [];
  const isEarly = Number(month) <= 2;
  const year = BigInt(years) + 4800n - (isEarly ? 1n : 0n);
  const months = BigInt(Number(month) + (isEarly ? 9 : -3));
  const leaps = (year - (((year % 4n) + 4n) % 4n)) / 4n;
  return BigInt(Number(ofMonth)) + (153n * months + 2n) / 5n + 365n * year + leaps - 32_083n;
}

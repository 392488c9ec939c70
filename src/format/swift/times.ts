import { instant, instantText } from '../../value/index.ts';
import { NINE_DIGITS, isDay, isNineDigitTime, shortTime } from '../shared/direct/calendar.ts';

const MIDNIGHT = ' 00:00:00 +0000';
/** `2018-01-02` */
const DAY = 10;

/** A time as `HighPrecisionTime` describes it: nine digits always. */
export function timeText(text: string): string {
  const time = instant(text);
  if (time === undefined) return text;
  const whole = instantText({ seconds: time.seconds, nanos: 0 }).slice(0, -1);
  return `${whole}.${String(time.nanos).padStart(9, '0')}Z`;
}

/** A date as Foundation's `Date` describes it: its midnight in UTC. */
export function dateText(text: string): string {
  return `${text}${MIDNIGHT}`;
}

/** The date that prints so. */
export function dateOf(printed: string): string | undefined {
  const fits = isDay(printed, 0) && printed.endsWith(MIDNIGHT) && printed.length === DAY + MIDNIGHT.length;
  return fits ? printed.slice(0, DAY) : undefined;
}

/** The time that prints so. */
export function timeOf(printed: string): string | undefined {
  return printed.length === NINE_DIGITS && isNineDigitTime(printed, 0) ? shortTime(printed, 0) : undefined;
}

import { epochDay, epochDayText, instant, instantText } from '../../value/index.ts';

const MIDNIGHT = ' 00:00:00 +0000';

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
  if (!/^\d{4}-\d\d-\d\d 00:00:00 \+0000$/.test(printed)) return undefined;
  const text = printed.slice(0, -MIDNIGHT.length);
  const day = epochDay(text);
  return day !== undefined && epochDayText(day) === text ? text : undefined;
}

/** The time that prints so. */
export function timeOf(printed: string): string | undefined {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{9}Z$/.test(printed)) return undefined;
  const time = instant(printed);
  return time !== undefined && timeText(printed) === printed ? instantText(time) : undefined;
}

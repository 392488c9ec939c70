import { digitsAt, isClock, isDay } from '../shared/direct/calendar.ts';

/** Whether a text is a time as .NET writes it: of 0 to 7 digits, the last of which is no zero. */
export function isPlainTime(text: string): boolean {
  const fraction = text.charAt(19) === '.' ? digitsAt(text, 20) : -1;
  return (
    isDay(text, 0) &&
    !text.startsWith('0000') &&
    text.charAt(10) === 'T' &&
    isClock(text, 11) &&
    (fraction === -1 || (fraction > 0 && fraction <= 7 && text.charAt(19 + fraction) !== '0')) &&
    text.slice(20 + fraction) === 'Z'
  );
}

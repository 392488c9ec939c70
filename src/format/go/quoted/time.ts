import { instant, instantText } from '../../../value/index.ts';

/** A time as Go formats it with `2006-01-02T15:04:05.999999999Z`: no zeros at the end of the fraction. */
export function quotedTime(text: string): string {
  const time = instant(text);
  if (time === undefined) return text;
  const [whole = '', fraction = ''] = instantText(time).replace('Z', '').split('.');
  const digits = fraction.replace(/0+$/, '');
  return `${whole}${digits === '' ? '' : `.${digits}`}Z`;
}

/** Python's `repr` of a float: the shortest digits, an exponent below 1e-4 and from 1e16 on. */
export function reprFloat(value: number): string {
  return floatText(value, Math.abs(value).toExponential(), 16);
}

/** Significant digits that `str` of a float has in Python 2.7. */
const DIGITS = 12;
/** Digits before the point from which on it takes an exponent: one less, for the `.0` that follows. */
const MOST_WHOLE = 11;

/** Python 2.7's `str` of a float: at most 12 digits, an exponent from 1e11 on. */
export function strFloat(value: number): string {
  const [digits = '', power = ''] = Math.abs(value)
    .toExponential(DIGITS - 1)
    .split('e');
  return floatText(value, `${digits.replace(/\.?0+$/, '')}e${power}`, MOST_WHOLE);
}

function floatText(value: number, rounded: string, mostWhole: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value < 0 ? '-inf' : 'inf';
  const sign = value < 0 || Object.is(value, -0) ? '-' : '';
  const [digits = '', power = '0'] = rounded.replace('.', '').split('e');
  const exponent = Number(power);
  if (exponent < -4 || exponent >= mostWhole) {
    const fraction = digits.length > 1 ? `.${digits.slice(1)}` : '';
    return `${sign}${digits.charAt(0)}${fraction}e${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`;
  }
  if (exponent < 0) return `${sign}0.${'0'.repeat(-exponent - 1)}${digits}`;
  const integer = digits.slice(0, exponent + 1).padEnd(exponent + 1, '0');
  return `${sign}${integer}.${digits.slice(exponent + 1) || '0'}`;
}

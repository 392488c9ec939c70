/** The text of Java's `Double.toString` for a finite double: what the database writes and the JVM drivers print. */
export function javaDouble(value: number): string {
  if (Object.is(value, -0)) return '-0.0';
  const [digits = '', exponentText = '0'] = Math.abs(value).toExponential().replace('.', '').split('e');
  const exponent = Number(exponentText);
  const sign = value < 0 ? '-' : '';
  if (value === 0) return '0.0';
  if (exponent >= -3 && exponent < 7) {
    if (exponent < 0) return `${sign}0.${'0'.repeat(-exponent - 1)}${digits}`;
    const whole = digits.slice(0, exponent + 1).padEnd(exponent + 1, '0');
    return `${sign}${whole}.${digits.slice(exponent + 1) || '0'}`;
  }
  return `${sign}${digits.slice(0, 1)}.${digits.slice(1) || '0'}E${exponent}`;
}

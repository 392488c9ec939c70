/** `Float#inspect`: the shortest digits, plain from 1e-4 to below 1e16, always with a fraction. */
export function rubyFloat(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  if (value === 0) return Object.is(value, -0) ? '-0.0' : '0.0';
  const size = Math.abs(value);
  const [mantissa = '', exponent = '0'] = size.toExponential().split('e');
  const digits = mantissa.replace('.', '');
  const power = Number(exponent);
  const sign = value < 0 ? '-' : '';
  if (power >= 16 || power < -4) {
    const shown = `${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`;
    return `${sign}${digits.slice(0, 1)}.${digits.slice(1) || '0'}e${shown}`;
  }
  if (power < 0) return `${sign}0.${'0'.repeat(-power - 1)}${digits}`;
  return `${sign}${digits.slice(0, power + 1).padEnd(power + 1, '0')}.${digits.slice(power + 1) || '0'}`;
}

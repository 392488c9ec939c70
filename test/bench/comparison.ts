/** Two figures of one run, side by side, and the ratio that a goal speaks of. */
export interface Comparison {
  readonly name: string;
  readonly ours: Figure;
  readonly other: Figure;
  readonly ratio: number;
  /** `absent`: the ratio is for information. */
  readonly goal?: { readonly is: 'at least' | 'at most'; readonly ratio: number };
}

export interface Figure {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
}

/** A comparison in two lines: the figures, then the ratio and its goal. */
export function comparisonText({ name, ours, other, ratio, goal }: Comparison): string {
  const figure = ({ what, value, unit }: Figure): string => `${what} ${rounded(value)} ${unit}`;
  const verdict =
    goal === undefined ? '' : `, goal ${goal.is} ${goal.ratio}×: ${isMet(ratio, goal) ? 'met' : 'NOT MET'}`;
  return `${name}\n  ${figure(ours)} · ${figure(other)}\n  ratio ${ratio.toFixed(2)}×${verdict}`;
}

function isMet(ratio: number, { is, ratio: goal }: NonNullable<Comparison['goal']>): boolean {
  return is === 'at least' ? ratio >= goal : ratio <= goal;
}

function rounded(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(3);
}

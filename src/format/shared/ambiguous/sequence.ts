import type { Rule } from './rule.ts';
import type { Scan } from './scan.ts';

type Values<Parts extends readonly Rule<unknown>[]> = {
  [Index in keyof Parts]: Parts[Index] extends Rule<infer Value> ? Value : never;
};

/** Phrases one after the other. `make` may refuse a combination by returning `undefined`. */
export function sequence<const Parts extends readonly Rule<unknown>[], T>(
  parts: Parts,
  make: (...values: Values<Parts>) => T | undefined,
): Rule<T> {
  const rules: readonly Rule<unknown>[] = parts;
  /** One owner of memories for each place between two rules. */
  const memos = rules.slice(1).map(() => ({}));

  function ends(scan: Scan, index: number, at: number): Iterable<number> {
    const rule = rules[index];
    if (rule === undefined) return [at];
    return index === rules.length - 1 ? rule.ends(scan, at) : endsBehind(scan, rule, index, at);
  }

  function* endsBehind(scan: Scan, rule: Rule<unknown>, index: number, at: number): Generator<number> {
    for (const middle of rule.ends(scan, at)) yield* ends(scan, index + 1, middle);
  }

  function reaches(scan: Scan, index: number, at: number, end: number): boolean {
    const rule = rules[index];
    if (rule === undefined) return at === end;
    const memo = memos[index];
    if (memo === undefined) return rule.reaches(scan, at, end);
    const known = scan.known(memo, end);
    const before = known.get(at);
    if (before !== undefined) return before;
    known.set(at, false);
    for (const middle of rule.ends(scan, at)) {
      scan.spend();
      if (middle > end || !reaches(scan, index + 1, middle, end)) continue;
      known.set(at, true);
      return true;
    }
    return false;
  }

  function* values(scan: Scan, index: number, at: number, end: number, made: unknown[]): Generator<T> {
    const rule = rules[index];
    if (rule === undefined) {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- one value of each rule, in order: what Values says
      const value = make(...(made as unknown as Values<Parts>));
      if (value !== undefined) yield value;
      return;
    }
    const middles = index === rules.length - 1 ? [end] : rule.ends(scan, at);
    for (const middle of middles) {
      if (middle > end || !reaches(scan, index + 1, middle, end)) continue;
      for (const value of rule.values(scan, at, middle))
        yield* values(scan, index + 1, middle, end, [...made, value]);
    }
  }

  const starts = (scan: Scan, at: number): boolean => rules[0]?.starts?.(scan, at) ?? true;
  return {
    starts,
    ends: (scan, at) => ends(scan, 0, at),
    reaches: (scan, at, end) => starts(scan, at) && reaches(scan, 0, at, end),
    values: (scan, at, end) => values(scan, 0, at, end, []),
  };
}

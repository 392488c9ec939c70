import type { Rule } from './rule.ts';
import type { Scan } from './scan.ts';

/** Fixed text, which stands for nothing. */
export function word(text: string): Rule<undefined> {
  const starts = (scan: Scan, at: number): boolean => {
    const fits = scan.text.startsWith(text, at);
    if (!fits) scan.expect(at, JSON.stringify(text));
    return fits;
  };
  return {
    starts,
    ends: (scan, at) => (starts(scan, at) ? [at + text.length] : []),
    reaches: (scan, at, end) => end === at + text.length && starts(scan, at),
    values: () => [undefined],
  };
}

/**
 * Text with a shape of its own and one end: the longest match of a sticky regular expression. `read` may still refuse it.
 */
export function pattern<T>(expected: string, shape: RegExp, read: (text: string) => T | undefined): Rule<T> {
  const match = (scan: Scan, at: number): string | undefined => {
    shape.lastIndex = at;
    const found = shape.exec(scan.text)?.[0];
    if (found !== undefined && read(found) !== undefined) return found;
    scan.expect(at, expected);
    return undefined;
  };
  return {
    ends(scan, at) {
      const found = match(scan, at);
      return found === undefined ? [] : [at + found.length];
    },
    reaches: (scan, at, end) => match(scan, at)?.length === end - at,
    *values(scan, at, end) {
      const value = read(scan.text.slice(at, end));
      if (value !== undefined) yield value;
    },
  };
}

/** Places that are looked at in vain for the work of one step: they are cheap, but a hostile text has many. */
const SKIPS_A_STEP = 32;

/**
 * Unescaped text, which may end in many places. `ends` proposes them, likeliest first, and calls `skipped` for those that are
 * none; `fits` says whether a given end is among them.
 */
export function stretch<T>(options: {
  readonly expected: string;
  readonly ends: (text: string, at: number, skipped: (count?: number) => void) => Iterable<number>;
  readonly fits: (text: string, at: number, end: number) => boolean;
  readonly read: (text: string) => T;
}): Rule<T> {
  return {
    *ends(scan, at) {
      let any = false;
      let skips = 0;
      const skipped = (count = 1): void => {
        skips += count;
        if (skips < SKIPS_A_STEP) return;
        scan.spend(Math.floor(skips / SKIPS_A_STEP));
        skips %= SKIPS_A_STEP;
      };
      for (const end of options.ends(scan.text, at, skipped)) {
        any = true;
        scan.spend();
        yield end;
      }
      if (!any) scan.expect(at, options.expected);
    },
    reaches(scan, at, end) {
      scan.spend();
      const fits = options.fits(scan.text, at, end);
      if (!fits) scan.expect(at, options.expected);
      return fits;
    },
    *values(scan, at, end) {
      yield options.read(scan.text.slice(at, end));
    },
  };
}

/**
 * Boxes that drivers draw around their standard output when the registry has a newer version of them (spec 17, items 10,
 * 33 and 34). They are no part of a print, and may stand before, after or between prints.
 */

/** How a box begins, goes on and ends, line by line, and what must stand in it. */
interface Banner {
  /** Driver, version and source file that prints it. */
  readonly source: string;
  readonly first: RegExp;
  readonly inner: RegExp;
  readonly last: RegExp;
  /** Lines that it has at most, the first and last included. */
  readonly most: number;
}

const TELLS = /New [a-z]+ version available /;

const BANNERS: readonly Banner[] = [
  {
    source: 'faunadb 4.3.0 to 4.4.1 (JavaScript), src/_util.js',
    first: /^\s*┌─+┐\s*$/,
    inner: /^\s*│.*│\s*$/,
    last: /^\s*└─+┘\s*$/,
    most: 8,
  },
  {
    source: 'faunadb 4.2.0 to 4.5.2 (Python), faunadb/client.py',
    first: /^\+-{80}\+$/,
    inner: /^\| .*\|$/,
    last: /^\+-{80}\+$/,
    most: 4,
  },
  {
    source: 'faunadb-java 4.1.2 and later, DriverVersionChecker.java; faunadb-scala has the same',
    first: /^={80}$/,
    inner: /^(?:New |Changelog)/,
    last: /^={80}$/,
    most: 4,
  },
];

/** Whether a banner may begin with the line. */
export function mayBeBanner(line: string): boolean {
  return BANNERS.some(({ first }) => first.test(line));
}

/** How many lines from `lines[at]` on are a banner; 0 when none begins there. `line` gives lines without their ends. */
export function bannerLength(line: (index: number) => string | undefined, at: number): number {
  const start = line(at);
  if (start === undefined) return 0;
  for (const { first, inner, last, most } of BANNERS) {
    if (!first.test(start)) continue;
    let tells = false;
    for (let length = 2; length <= most; length += 1) {
      const next = line(at + length - 1);
      if (next === undefined) break;
      if (last.test(next) && tells) return length;
      if (!inner.test(next)) break;
      tells ||= TELLS.test(next);
    }
  }
  return 0;
}

import { formats, type Releases } from '../../format/index.ts';
import type { PrintedBy } from '../audited.ts';
import { familyOf } from '../../format/index.ts';

/** A driver, and its releases that print a sample, neighbours joined: `2.7.0–2.12.0, 4.0.0 on`. */
export interface DriverRanges {
  readonly driver: string;
  readonly releases: string;
}

/** What may have printed a sample, driver by driver. */
export function rangesOf(printedBy: readonly PrintedBy[]): readonly DriverRanges[] {
  const drivers = [...new Set(printedBy.map(({ driver }) => driver))];
  return drivers.map((driver) => {
    const own = printedBy.filter((one) => one.driver === driver);
    const ids = new Set(own.map(({ format }) => bare(format)));
    const there = new Set(own.flatMap(({ releases }) => releases.map(({ from }) => from)));
    const runtimes = [...new Set(own.flatMap((one) => one.runtimes))];
    const on = runtimes.length === 0 ? '' : ` on ${runtimes.join(', ')}`;
    return { driver, releases: `${joinedText(driver, ids, there)}${on}` };
  });
}

/** Joins ranges with no release of another format between them. */
function joinedText(driver: string, ids: ReadonlySet<string>, there: ReadonlySet<string>): string {
  const ranges: { from: string; to: string | undefined }[] = [];
  let isOpen = false;
  for (const { id, range } of timelineOf(driver)) {
    const counts = ids.has(id) && there.has(range.from);
    const last = ranges.at(-1);
    if (counts && isOpen && last !== undefined) last.to = range.to;
    else if (counts) ranges.push({ from: range.from, to: range.to });
    isOpen = counts;
  }
  return ranges
    .map(({ from, to }) => (to === undefined ? `${from} on` : from === to ? from : `${from}–${to}`))
    .join(', ');
}

/** Every range of a driver's releases, oldest first. */
function timelineOf(driver: string): readonly { readonly id: string; readonly range: Releases }[] {
  return formats
    .filter(({ about }) => about.driver === driver)
    .flatMap((format) =>
      format.about.releases.map((range) => ({ id: format.id, family: familyOf(format), range })),
    )
    .sort((left, right) => compareVersions(left.range.from, right.range.from));
}

function compareVersions(left: string, right: string): number {
  const [a, b] = [left, right].map((version) => version.split(/\D+/).map(Number));
  for (let index = 0; index < Math.max(a?.length ?? 0, b?.length ?? 0); index += 1) {
    const difference = (a?.[index] ?? 0) - (b?.[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function bare(id: string): string {
  return id.split('+', 1)[0] ?? id;
}

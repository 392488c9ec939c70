import type { Format, Releases } from '../format/index.ts';
import type { Recognition } from '../recognize/index.ts';
import type { PrintedBy } from './audited.ts';
import { familyOf } from '../format/index.ts';
import type { Judged } from './judged.ts';

/**
 * What may have printed a sample. A secret is shown once, when it is made: releases that came after that day did not print
 * a sample that shows one. Where none is older, all are named, and `isTooEarly` says so: somebody had the driver before its
 * release, or put the sample together.
 */
export function printedBy(judged: Judged): readonly PrintedBy[] {
  const then = fittingOn(judged, dayOf(judged));
  return then.length > 0 ? then : fittingOn(judged, undefined);
}

/** Whether every release that prints a sample came after its secret was made. */
export function isTooEarly(judged: Judged): boolean {
  return judged.best.length > 0 && fittingOn(judged, dayOf(judged)).length === 0;
}

function dayOf({ made }: Judged): string | undefined {
  return made?.secret?.slice(0, 10);
}

function fittingOn({ best }: Judged, day: string | undefined): readonly PrintedBy[] {
  const byFamily = new Map<string, Recognition[]>();
  for (const one of best) {
    const family = familyOf(one.format);
    byFamily.set(family, [one, ...(byFamily.get(family) ?? [])]);
  }
  return [...byFamily.values()].flat().flatMap((recognition): PrintedBy[] => {
    const { format, by, variants, reason } = recognition;
    // Releases of other variants than the best are named where they are others than its own.
    const all = by.variantOf === undefined ? by.about.releases : releasesOf([by, ...variants]);
    const releases = all.filter((one) => wasThere(one, day));
    if (releases.length === 0) return [];
    // Where the bare format fits, today's runtime does, and the others need no naming.
    const runtimes =
      by.variantOf === undefined ? [] : [by, ...variants].flatMap(({ about }) => about.runtime ?? []);
    return [
      { format: by.id, driver: format.about.driver, releases, runtimes: [...new Set(runtimes)], reason },
    ];
  });
}

function releasesOf(formats: readonly Format[]): readonly Releases[] {
  const all = formats.flatMap(({ about }) => about.releases);
  return all.filter(
    ({ from, to }, index) => index === all.findIndex((one) => one.from === from && one.to === to),
  );
}

function wasThere({ since }: Releases, day: string | undefined): boolean {
  return day === undefined || since === undefined || since <= day;
}

import { compare } from 'semver';
import { describe, expect, test } from 'vitest';
import { familyOf, formats, variants, type Releases } from '../../src/format/index.ts';
import { covers, full } from './covers.ts';
import { allPrints } from './prints.ts';
import { RELEASED } from './spec/releases.ts';
import { TABLE_14 } from './spec/table-14.ts';

/** Where formats and specification part, by release: what each says, and why. */
const DISAGREEMENTS: Readonly<
  Record<string, { readonly spec: string; readonly ours: string; readonly why: string }>
> = {
  'js 2.15.0': {
    spec: 'js/3.0',
    ours: '',
    why: 'a tag that was never published: its package.json says 2.14.2',
  },
  'cs 2.6.0': {
    spec: '',
    ours: '',
    why: 'in the changelog only (a54243b, 2018-08-01, still says class): nobody knows that it was published',
  },
  'swift 0.1.1': {
    spec: 'swift/0.1',
    ours: 'swift/0.1.1',
    why: 'Sources/Value.swift has BytesV from 0.1.1 on; before, bytes stay an object with the key @bytes',
  },
  'swift 1.0.0': { spec: 'swift/0.1', ours: 'swift/0.1.1', why: 'as 0.1.1' },
};

/** What begins or ends at no release: the text of C#'s development branch. */
const UNRELEASED = [
  'cs/3.0-dev: 3.0.0-dev (2020-08-06) is no release',
  'cs/3.0-dev: 3.0.0-dev (2020-08-17) is no release',
];

const RELEASES = Object.entries(RELEASED).flatMap(([family, text]) =>
  text.split(/\s+/).map((word) => {
    const [version = '', day = ''] = word.split('=');
    return { family, version, day };
  }),
);

/** Those of the families that the specification lists the releases of. */
const FORMATS = formats.filter((format) => familyOf(format) in RELEASED);

describe('the releases of each format', () => {
  test('are those of section 14 of the specification, each release in one format', () => {
    const found = RELEASES.flatMap(({ family, version }) => {
      const spec = specIds(family, version).join(' ');
      const ours = idsOf(family, version).join(' ');
      return spec === ours && /^\S+$/.test(spec) ? [] : [[`${family} ${version}`, { spec, ours }] as const];
    });
    const known = Object.entries(DISAGREEMENTS).map(
      ([name, { spec, ours }]) => [name, { spec, ours }] as const,
    );
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(known));
  });

  test('belong to the ids of section 14 and no others', () => {
    const specified = TABLE_14.map(([id]) => id).filter((id) => (id.split('/')[0] ?? '') in RELEASED);
    const ours = FORMATS.map(({ id }) => id);
    expect(ours.filter((id) => !specified.includes(id))).toEqual(['swift/0.1.1']);
    expect(specified.filter((id) => !ours.includes(id))).toEqual([]);
  });

  test('begin and end with releases that there are, on their days', () => {
    const off = FORMATS.flatMap(({ id, about }) =>
      about.releases.flatMap(({ from, to, since, until }) => [
        ...offDay(id, from, since),
        ...(to === undefined ? [] : offDay(id, to, until)),
      ]),
    );
    expect(off).toEqual(UNRELEASED);
  });

  test('stand oldest first in each format, and no end is open but of the newest', () => {
    for (const family of Object.keys(RELEASED)) {
      const own = formats.filter((format) => familyOf(format) === family);
      for (const { about } of own) expect(about.releases).toEqual(about.releases.toSorted(byStart));
      const newest = own.flatMap(({ about }) => about.releases).toSorted(byStart);
      expect(newest.slice(0, -1).filter(({ to }) => to === undefined)).toEqual([]);
    }
  });

  test.each(variants.map((format) => [format.id, format] as const))(
    'are some of the bare ones: %s',
    (id, one) => {
      const bare = formats.find((format) => format.id === one.variantOf)?.about.releases ?? [];
      expect(one.about.releases.length).toBeGreaterThan(0);
      for (const { from, to } of one.about.releases) {
        expect(covers(bare, from), `${id} ${from}`).toBe(true);
        if (to !== undefined) expect(covers(bare, to), `${id} ${to}`).toBe(true);
      }
    },
  );
});

describe('each release that was recorded', () => {
  const recorded = new Map(allPrints().map((print) => [`${print.driver} ${print.driverVersion}`, print]));
  test.each([...recorded.values()].map(({ driver, driverVersion }) => [driver, driverVersion] as const))(
    '%s %s has one format',
    (driver, version) => {
      expect(idsOf(driver, version)).toHaveLength(1);
    },
  );
});

function idsOf(family: string, version: string): readonly string[] {
  return formats
    .filter((format) => familyOf(format) === family && covers(format.about.releases, version))
    .map(({ id }) => id);
}

function specIds(family: string, version: string): readonly string[] {
  return TABLE_14.filter(
    ([id, releases]) => id.startsWith(`${family}/`) && covers(releases.split(', ').map(rangeOf), version),
  ).map(([id]) => id);
}

function rangeOf(text: string): Releases {
  const [from = '', to = from] = text.split('–');
  return { from, to };
}

function byStart(left: Releases, right: Releases): number {
  return compare(full(left.from), full(right.from));
}

/** A release that is none, or has another day than the format says; where none of them says a day, none is asked for. */
function offDay(id: string, version: string, day: string | undefined): readonly string[] {
  const release = RELEASES.find((one) => id.startsWith(`${one.family}/`) && one.version === full(version));
  if (release === undefined) return [`${id}: ${version} (${day ?? 'no day'}) is no release`];
  return (day ?? '') === release.day ? [] : [`${id}: ${version} ${day ?? 'no day'}, not ${release.day}`];
}

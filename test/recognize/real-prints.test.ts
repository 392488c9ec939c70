import { describe, expect, test } from 'vitest';
import { variants, type Format } from '../../src/format/index.ts';
import { recognize, type Recognition } from '../../src/recognize/index.ts';
import { familyOf } from '../../src/format/index.ts';
import { allPrints, realPrints, type RealPrint } from '../format/prints.ts';
import { isNotRead, printOf } from './every-format.ts';
import { formatOfRelease } from './formats-of-release.ts';

interface Version {
  readonly driver: string;
  readonly version: string;
  readonly prints: readonly RealPrint[];
}

const versions: readonly Version[] = [
  ...new Set(allPrints().map(({ driver, driverVersion }) => `${driver} ${driverVersion}`)),
].map((name) => {
  const [driver = '', version = ''] = name.split(' ');
  return {
    driver,
    version,
    prints: realPrints(driver, version).filter(({ outcome }) => outcome === 'printed'),
  };
});

/** Cases that no value of a driver's stands behind. */
const NO_VALUES = new Set(['error 200 without resource']);

function formatOf({ driver, version }: Version): Format {
  const format = formatOfRelease(driver, version);
  if (format === undefined) throw new Error(`no format is said to be that of ${driver} ${version}`);
  return format;
}

/** What of the prints reads as more than a raw string, and so can be recognised. */
function telling(format: Format, prints: readonly RealPrint[]): readonly RealPrint[] {
  return prints.filter(
    // Go prints a nil `Value` where it has decoded none.
    ({ case: name, printed }) =>
      !NO_VALUES.has(name) && printed !== '<nil>' && !isNotReadByAny(format, printed),
  );
}

function isNotReadByAny(format: Format, text: string): boolean {
  return [format, ...variants.filter(({ variantOf }) => variantOf === format.id)].every((one) =>
    isNotRead(one, text),
  );
}

describe('real prints are recognised as the format of their release', () => {
  test.each(versions)('$driver $version', (version) => {
    const format = formatOf(version);
    const strange = telling(format, version.prints)
      .filter(({ printed }) => !recognize(printed).some((one) => one.format === format))
      .map((print) => print.case);
    expect(strange).toStrictEqual([]);
  });
});

/**
 * Where the text cannot decide: the families whose prints look alike, with the reason. Within a family, releases print most
 * values alike; the newest comes first.
 */
const TWINS: Readonly<Record<string, readonly string[]>> = {
  // Node.js prints for both; only depth and top-level strings differ.
  js: ['shell', 'py'],
  // A native ref alone is `Ref(id=tokens)` for JavaScript 2.0 as well.
  py: ['js'],
  // The newer releases have one printer; the older ones wrap scalars alike (`LongV(1)`), as C# does.
  java: ['scala', 'cs'],
  scala: ['java', 'cs'],
};

/** Which class a first answer that is not the right one falls in; `undefined`: it is wrong. */
function excuse(right: Recognition, [first]: readonly Recognition[]): string | undefined {
  if (first === undefined) return undefined;
  const family = familyOf(right.format);
  const other = familyOf(first.format);
  // Nothing may come before the right one but what fits as well.
  if (first.fit !== right.fit)
    return right.readings.every((one) => printOf(right.by, one) === undefined)
      ? 'the server does not send it so, and then it has no print'
      : undefined;
  if (right.marks.length === 0) return "nothing in it is one driver's own";
  if (other === family) return 'releases of one driver that print it alike';
  return TWINS[family]?.includes(other) === true ? 'drivers that print alike' : undefined;
}

/** Of 100 prints that are more than a raw string, how many have the right first answer; the others are of the classes above. */
const FIRST_ANSWERS = [
  { driver: 'js', version: '4.8.2', first: 95 },
  { driver: 'py', version: '4.5.1', first: 88 },
  { driver: 'go', version: '4.3.1', first: 80 },
  { driver: 'java', version: '4.5.0', first: 85 },
  // `StringV(x)`, `LongV(1)` and the like by themselves: C# prints them still.
  { driver: 'java', version: '2.2.0', first: 60 },
  { driver: 'scala', version: '4.5.0', first: 5 },
];

describe('the first answer is the right one, or the text cannot decide', () => {
  test.each(versions)('$driver $version', (version) => {
    const format = formatOf(version);
    const wrong = telling(format, version.prints).filter(({ printed }) => {
      const answers = recognize(printed);
      const right = answers.find((one) => one.format === format);
      return right !== undefined && answers[0] !== right && excuse(right, answers) === undefined;
    });
    expect(wrong.map((print) => print.case)).toStrictEqual([]);
  });

  test.each(FIRST_ANSWERS)('in $driver $version: at least $first of 100', ({ driver, version, first }) => {
    const format = formatOfRelease(driver, version);
    if (format === undefined) throw new Error(`no format is said to be that of ${driver} ${version}`);
    const all = telling(
      format,
      realPrints(driver, version).filter(({ outcome }) => outcome === 'printed'),
    );
    const right = all.filter(({ printed }) => recognize(printed)[0]?.format === format);
    expect((100 * right.length) / all.length).toBeGreaterThanOrEqual(first);
  });
});

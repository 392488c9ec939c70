import { describe, expect, test } from 'vitest';
import {
  UnprintableValue,
  type DatabaseError,
  type Format,
  type PrintedError,
} from '../../src/format/index.ts';
import { errorElements } from '../../src/format/shared/error-elements.ts';
import { describeTextError, fromWire } from '../../src/value/index.ts';
import { written } from './laws.ts';
import { covers } from './covers.ts';
import { realPrints, type RealPrint } from './prints.ts';

export interface RealPrintOptions {
  readonly format: Format;
  readonly driver: string;
  readonly version: string;
  /** Where they are; default: the prints of the drivers. */
  readonly prints?: readonly RealPrint[];
  /** Default: all runtimes that the version was recorded on. */
  readonly runtime?: string;
  /** Default: all outcomes. */
  readonly only?: RealPrint['outcome'];
  /** Cases that the model prints otherwise, with the reason; tested to be so still. */
  readonly notPrinted?: Readonly<Record<string, string>>;
  /** Cases whose print does not read as what is projected, with the reason; tested to be so still. */
  readonly notRead?: Readonly<Record<string, string>>;
  /** Cases whose likeliest reading is another one; tested to be so still. */
  readonly readLater?: readonly string[];
  /** Leaves cases of `notPrinted` and `notRead` out that were not recorded of this release; default: they have to be there. */
  readonly onlyWhereRecorded?: boolean;
  /** The text of a recorded print; default: its output decoded as UTF-8. */
  readonly textOf?: (print: RealPrint) => string;
  /** What printed errors say that come from no list of errors; default: anything. */
  readonly otherErrors?: Readonly<Record<string, PrintedError>>;
}

/** Holds a format against what its driver really printed for each of the recorded cases. */
export function describeRealPrints({
  format,
  driver,
  version,
  prints: all,
  runtime,
  only,
  notPrinted: notPrintedGiven = {},
  notRead: notReadGiven = {},
  readLater = [],
  onlyWhereRecorded = false,
  textOf = ({ printed }) => printed,
  otherErrors,
}: RealPrintOptions): void {
  const prints = realPrints(driver, version, runtime, all)
    .filter((print) => !only || print.outcome === only)
    .map((print) => ({ ...print, printed: textOf(print) }));
  const recorded = new Set(prints.map((print) => print.case));
  const kept = (cases: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
    onlyWhereRecorded
      ? Object.fromEntries(Object.entries(cases).filter(([name]) => recorded.has(name)))
      : cases;
  const [notPrinted, notRead] = [kept(notPrintedGiven), kept(notReadGiven)];
  const of = (...outcomes: readonly RealPrint['outcome'][]): readonly RealPrint[] =>
    prints.filter((print) => outcomes.includes(print.outcome));

  describe(`${format.id} and the real prints of ${driver} ${version}${runtime ? ` on ${runtime}` : ''}`, () => {
    test('is one of its releases', () => {
      expect(covers(format.about.releases, version)).toBe(true);
    });

    test.each(of('printed').filter((print) => !(print.case in notPrinted)))(
      'prints as the driver: $case',
      ({ wire, printed }) => {
        expect(format.mask(format.print(fromWire(wire)))).toBe(format.mask(printed));
      },
    );

    test.each(of('printed').filter((print) => !(print.case in notRead)))(
      'reads what is projected: $case',
      ({ case: name, wire, printed }) => {
        const found = readingsOf(format, printed).indexOf(written(format.project(fromWire(wire))));
        expect(found).toBeGreaterThanOrEqual(0);
        expect(found > 0).toBe(readLater.includes(name));
      },
    );

    test.each(of('decode-error', 'print-error').filter((print) => !(print.case in notPrinted)))(
      'fails as the driver: $case',
      ({ wire, outcome, printed }) => {
        const failure = failureOf(() => format.print(fromWire(wire)));
        expect(`${failure?.where}-error`).toBe(outcome);
        expect(printed).toContain(failure?.message);
      },
    );

    test.each(Object.entries(notPrinted))('still prints otherwise: %s, because %s', (name) => {
      const { wire, printed } = caseOf(prints, name);
      const failure = failureOf(() => format.print(fromWire(wire)));
      expect(failure?.message ?? format.mask(format.print(fromWire(wire)))).not.toBe(format.mask(printed));
    });

    test.each(Object.entries(notRead))('still reads otherwise: %s, because %s', (name) => {
      const { wire, printed } = caseOf(prints, name);
      const reading = format.parse(printed);
      const readings = reading.ok ? reading.readings.map(written) : [];
      expect(readings).not.toContain(written(format.project(fromWire(wire))));
    });

    test.each(of('error'))('reads the error: $case', (print) => {
      const reading = format.parseError(print.printed);
      if (!reading.ok) throw new Error(describeTextError(reading.error));
      const answer = answerOf(print);
      const expected = answer === undefined ? otherErrors?.[print.case] : format.projectError(answer);
      expect(reading.error).toStrictEqual(expected ?? reading.error);
    });
  });
}

function caseOf(prints: readonly RealPrint[], name: string): RealPrint {
  const print = prints.find((one) => one.case === name);
  if (print === undefined) throw new Error(`no recorded print has the case ${name}`);
  return print;
}

function readingsOf(format: Format, text: string): readonly string[] {
  const reading = format.parse(text);
  if (!reading.ok) throw new Error(describeTextError(reading.error));
  return reading.readings.map(written);
}

function failureOf(action: () => string): UnprintableValue | undefined {
  try {
    action();
    return undefined;
  } catch (cause) {
    if (cause instanceof UnprintableValue) return cause;
    throw cause;
  }
}

function answerOf({ status, wire }: RealPrint): DatabaseError | undefined {
  const errors = errorElements(wire);
  if (status === undefined || errors === undefined) return undefined;
  return { status, errors: errors.map((error) => ({ code: '', description: '', ...error })) };
}

/**
 * Runs a format that escapes nothing against everything that a published driver was recorded to print: which case is not
 * printed, not read, or read with another value before it, is listed exactly, so that a change either way is seen.
 */
import { describe, expect, test } from 'vitest';
import {
  UnprintableValue,
  type DatabaseError,
  type ErrorElement,
  type Format,
} from '../../src/format/index.ts';
import {
  JsonNumber,
  JsonObject,
  describeTextError,
  firstDifference,
  fromWire,
  show,
  type Json,
} from '../../src/value/index.ts';
import { covers } from './covers.ts';
import { realPrints } from './prints.ts';

export interface UnescapedPrints {
  readonly format: Format;
  readonly driver: string;
  readonly version: string;
  /** Cases whose text is no function of the canonical value, each with the reason. */
  readonly notPrinted: Readonly<Record<string, string>>;
  /** Cases whose value is not among the readings, each with the reason. */
  readonly notRead: Readonly<Record<string, string>>;
  /** Cases whose first reading is another value with the same text. */
  readonly readLater: readonly string[];
  /** The model of the driver's printed error. */
  readonly printError: (error: DatabaseError) => string;
  /** For a release that has other classes of errors than the newest one of the format. */
  readonly projectError?: Format['projectError'];
}

export function describeUnescapedPrints(expected: UnescapedPrints): void {
  const { format, driver, version } = expected;
  const projectError = expected.projectError ?? ((error) => format.projectError(error));
  const prints = realPrints(driver, version);
  const of = (outcome: string) => prints.filter((print) => print.outcome === outcome);

  describe(`${format.id} and ${driver} ${version}`, () => {
    test('is one of its releases', () => {
      expect(covers(format.about.releases, version)).toBe(true);
    });

    test('prints every recorded value byte for byte, up to what is free', () => {
      const different = of('printed').filter(({ wire, printed }) => {
        const text = printedText(format, wire);
        return text === undefined || format.mask(text) !== format.mask(printed);
      });
      expect(different.map((print) => print.case).sort()).toEqual(Object.keys(expected.notPrinted).sort());
    });

    test('fails where the driver failed to decode', () => {
      const accepted = of('decode-error').filter(({ wire }) => printedText(format, wire) !== undefined);
      expect(accepted.map((print) => print.case)).toEqual([]);
    });

    test.each(of('printed').map((print) => [print.case, print] as const))('reads %s', (name, print) => {
      const reading = format.parse(print.printed);
      if (!reading.ok) throw new Error(describeTextError(reading.error));
      const projected = format.project(fromWire(print.wire));
      const at = reading.readings.findIndex((one) => firstDifference(one, projected) === undefined);
      const wanted = expected.readLater.includes(name) ? 'later' : 'first';
      expect({ place: placeText(at), first: show(reading.readings[0]) }).toMatchObject({
        place: name in expected.notRead ? 'not read' : wanted,
      });
    });

    const errors = of('error').map((print) => [print, databaseError(print.wire, print.status ?? 0)] as const);
    const answers = errors.flatMap(([print, error]) =>
      error === undefined ? [] : [[print.case, print, error] as const],
    );
    const others = errors.flatMap(([print, error]) =>
      error === undefined ? [[print.case, print] as const] : [],
    );

    test.each(answers)('prints and reads %s', (_name, print, error) => {
      expect(expected.printError(error)).toBe(print.printed);
      expect(format.parseError(print.printed)).toEqual({ ok: true, error: projectError(error) });
    });

    test.each(others)('reads %s as a message', (_name, print) => {
      expect(format.parseError(print.printed)).toMatchObject({
        ok: true,
        error: { message: expect.any(String) },
      });
    });
  });
}

function placeText(index: number): string {
  if (index === -1) return 'not read';
  return index === 0 ? 'first' : 'later';
}

/** The format's own print; `undefined` where it says that the driver cannot decode the value. */
function printedText(format: Format, wire: Json): string | undefined {
  try {
    return format.print(fromWire(wire));
  } catch (cause) {
    if (cause instanceof UnprintableValue && cause.where === 'decode') return undefined;
    throw cause;
  }
}

/** The answer of a recorded error case; `undefined` when its body is not one. */
function databaseError(wire: Json, status: number): DatabaseError | undefined {
  const errors = wire instanceof JsonObject ? wire.get('errors') : undefined;
  return Array.isArray(errors) ? { status, errors: errors.map(element) } : undefined;
}

function element(json: Json): ErrorElement {
  if (!(json instanceof JsonObject)) throw new Error('an element of errors is no object');
  const position = json.get('position');
  const cause = json.get('cause');
  return {
    code: stringAt(json, 'code'),
    description: stringAt(json, 'description'),
    ...(Array.isArray(position) ? { position: position.map(positionPart) } : {}),
    ...(Array.isArray(cause) ? { cause: cause.map(element) } : {}),
  };
}

function stringAt(json: JsonObject, key: string): string {
  const value = json.get(key);
  return typeof value === 'string' ? value : '';
}

function positionPart(part: Json): string | number {
  if (part instanceof JsonNumber) return Number(part.text);
  return typeof part === 'string' ? part : '';
}

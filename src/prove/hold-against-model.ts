import { UnprintableValue, type Format } from '../format/index.ts';
import type { Value } from '../value/index.ts';
import { textOf, type RealPrint } from './live-driver.ts';
import type { Disagreement } from './proof.ts';
import { shownValue } from './shown-value.ts';

/** Where a driver does not print what the format's model says: then what is proven of the model is not of the driver. */
export function disagreements(
  format: Format,
  values: readonly Value[],
  prints: readonly RealPrint[],
): readonly Disagreement[] {
  return values.flatMap((value, index) => {
    const print = prints[index];
    if (print === undefined) throw new TypeError('Every value has a print.');
    const model = modelOf(format, value);
    const driver = driverOf(format, print);
    const isSame =
      model.failure === undefined
        ? driver.failure === undefined && driver.text === model.text
        : driver.failure === model.failure;
    return isSame ? [] : [{ value: shownValue(value), model: model.text, driver: driver.text }];
  });
}

/** A text, or what could not be done and the message that says so. */
interface Printed {
  readonly text: string;
  readonly failure?: 'decode' | 'print' | 'broken';
}

function modelOf(format: Format, value: Value): Printed {
  try {
    return { text: format.mask(format.print(value)) };
  } catch (cause) {
    if (!(cause instanceof UnprintableValue)) throw cause;
    return { text: `cannot ${cause.where} it: ${cause.message}`, failure: cause.where };
  }
}

function driverOf(format: Format, print: RealPrint): Printed {
  switch (print.kind) {
    case 'text':
      return { text: format.mask(textOf(print) ?? '') };
    case 'raised':
      return { text: `cannot ${print.where} it: ${print.message}`, failure: print.where };
    case 'broken':
      return { text: print.problem, failure: 'broken' };
  }
}

import { formats, UnprintableValue, variants, type Format } from '../../src/format/index.ts';
import type { Value } from '../../src/value/index.ts';

/** Every format and variant of the tables. */
export const everyFormat: readonly Format[] = [...formats, ...variants];

/** The text of a value; `undefined` when the driver cannot decode or print it. */
export function printOf(format: Format, value: Value): string | undefined {
  try {
    return format.print(value);
  } catch (cause) {
    if (cause instanceof UnprintableValue) return undefined;
    throw cause;
  }
}

/** Whether the format itself reads the text as nothing but a raw top-level string, or gives up on it. */
export function isNotRead(format: Format, text: string): boolean {
  const reading = format.parse(text);
  if (!reading.ok) return reading.gaveUp === true;
  return (
    reading.onlyAsString !== undefined ||
    reading.readings.every((one) => one.kind === 'string' && one.value === text)
  );
}

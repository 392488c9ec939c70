import type { Value } from '../../../value/index.ts';
import type { Reading } from '../../format.ts';

/** How a format reads its texts. */
export interface Readers {
  /** In one pass, what is plainly printed; `undefined`: nothing is known of the text yet. */
  readonly readDirectly: (text: string) => Value | undefined;
  /** Any text: what is read is printed again. */
  readonly readCarefully: (text: string) => Reading;
}

/** Reads a text directly, or else carefully. */
export function readText(text: string, { readDirectly, readCarefully }: Readers): Reading {
  const direct = readDirectly(text);
  return direct === undefined ? readCarefully(text) : { ok: true, readings: [direct], complete: true };
}

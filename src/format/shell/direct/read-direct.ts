import type { Value } from '../../../value/index.ts';
import { UnprintableValue } from '../../format.ts';
import { isWellFormed } from '../../js/read/direct/read-text.ts';
import { ReadFailure } from '../../shared/read-failure.ts';
import type { DirectReader } from './direct-reader.ts';

/**
 * Reads a text by a direct reader: what nearly all prints are. It is the only reading. `undefined`: nothing is known of the
 * text yet.
 */
export function readDirect(reader: DirectReader): Value | undefined {
  if (!isWellFormed(reader.text)) return undefined;
  try {
    return reader.whole();
  } catch (cause) {
    if (cause instanceof ReadFailure || cause instanceof UnprintableValue || cause instanceof RangeError)
      return undefined;
    throw cause;
  }
}

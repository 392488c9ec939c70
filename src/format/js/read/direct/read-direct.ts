import type { Value } from '../../../../value/index.ts';
import { UnprintableValue } from '../../../format.ts';
import { ReadFailure } from '../../../shared/read-failure.ts';
import type { Dialect } from '../../dialect.ts';
import { skipSpace } from '../skip-space.ts';
import { DirectReader } from './direct-reader.ts';

/**
 * Reads an object or array whose parts are spelled as the driver and Node.js spell them, so that it need not be printed again
 * to be believed: what nearly all prints are. It is the only reading but that as a string. `undefined`: nothing is known of
 * the text yet.
 */
export function readDirect(text: string, dialect: Dialect): Value | undefined {
  if (text[0] !== '{' && text[0] !== '[') return undefined;
  try {
    const reader = new DirectReader(text, dialect);
    const value = reader.value(0);
    skipSpace(reader);
    reader.end();
    return value;
  } catch (cause) {
    // Calls in calls may take more stack than there is: another thing for the careful reader to tell.
    if (cause instanceof ReadFailure || cause instanceof UnprintableValue || cause instanceof RangeError)
      return undefined;
    throw cause;
  }
}

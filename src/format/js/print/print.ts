import type { Value } from '../../../value/index.ts';
import { UnprintableValue } from '../../format.ts';
import { decode } from '../decode/decode.ts';
import type { Dialect } from '../dialect.ts';
import { consoleLog } from '../layout/inspect.ts';
import { shownOf } from './special-text.ts';

/**
 * What `console.log(value)` writes.
 * @throws UnprintableValue
 */
export function print(value: Value, dialect: Dialect): string {
  return printDecoded(decode(value, dialect), dialect);
}

/** The same of what the driver has decoded. @throws UnprintableValue */
export function printDecoded(decoded: unknown, dialect: Dialect): string {
  try {
    return consoleLog(shownOf(decoded, dialect), dialect.profile);
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause;
    throw new UnprintableValue('print', `${cause.name}: ${cause.message}`);
  }
}

import type { Value } from '../../../value/index.ts';
import { UnprintableValue } from '../../format.ts';
import { decode } from '../decode/decode.ts';
import { wellFormed } from '../../shared/well-formed.ts';
import type { Dialect } from '../dialect.ts';
import { consoleLog, inspect } from '../layout/inspect.ts';
import { shownOf } from './special-text.ts';

/**
 * What `console.log(value)` writes, or `util.inspect(value)` where that is asked.
 * @throws UnprintableValue
 */
export function print(value: Value, dialect: Dialect): string {
  return printDecoded(decode(value, dialect), dialect);
}

/** The same of what the driver has decoded. @throws UnprintableValue */
export function printDecoded(decoded: unknown, dialect: Dialect): string {
  try {
    const shown = shownOf(decoded, dialect);
    return dialect.inspectedTo === undefined
      ? consoleLog(shown, dialect.profile)
      : wellFormed(inspect(shown, dialect.profile, { depth: dialect.inspectedTo }));
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause;
    throw new UnprintableValue('print', `${cause.name}: ${cause.message}`);
  }
}

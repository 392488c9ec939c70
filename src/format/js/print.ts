import { format } from 'node:util';
import type { Value } from '../../value/index.ts';
import { UnprintableValue } from '../format.ts';
import { decode } from './decode.ts';
import { wellFormed } from '../shared/well-formed.ts';

/**
 * What `console.log(value)` writes. The layout is that of the Node.js that runs this, by calling it: Node.js 16 to 24 agree.
 * @throws UnprintableValue
 */
export function print(value: Value): string {
  const decoded = decode(value);
  try {
    return wellFormed(format(decoded));
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause;
    throw new UnprintableValue('print', `${cause.name}: ${cause.message}`);
  }
}

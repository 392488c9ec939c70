import { expected } from './argument-errors.ts';
import type { Data } from '../data/data.ts';
import type { Position } from '../data/position.ts';

/** A time or an integer as microseconds; `undefined` for the transaction's own time. */
export function microsOf(value: Data, position: Position): bigint | undefined {
  if (typeof value === 'bigint') return value;
  if (typeof value === 'object' && value !== null && 'kind' in value) {
    if (value.kind === 'time') return value.micros;
    if (value.kind === 'transaction-time') return undefined;
  }
  throw expected(position, ['Time'], value);
}

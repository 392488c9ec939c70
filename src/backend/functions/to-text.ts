import { epochDayText, instantText } from '../../value/instant.ts';
import { invalidArgument } from '../eval/failure.ts';
import { isArray, type Data } from '../data/data.ts';
import { javaDouble } from '../../value/java-double.ts';
import { typeName } from '../data/type-name.ts';
import type { Position } from '../data/position.ts';

/** What `to_string` makes of a value; refs, sets, bytes and containers have no text, which is reported at `position`. */
export function toText(value: Data, position: Position): string {
  if (typeof value === 'string') return value;
  if (value === null || typeof value === 'boolean' || typeof value === 'bigint') return String(value);
  if (typeof value === 'number') return doubleText(value);
  if (!isArray(value)) {
    if (value.kind === 'time') return instantText(value);
    if (value.kind === 'date') return epochDayText(value.epochDay);
    if (value.kind === 'uuid') return value.text;
    if (value.kind === 'action') return value.action;
  }
  throw invalidArgument(position, `Cannot cast ${typeName(value)} to String.`);
}

/** A double as Java writes it: `1.0E7`, `NaN`. */
export function doubleText(value: number): string {
  return Number.isFinite(value) ? javaDouble(value) : String(value);
}

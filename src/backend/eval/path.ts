import { collect } from './collect.ts';
import { expected } from './argument-errors.ts';
import { isArray, type Data } from '../data/data.ts';
import type { Position } from '../data/position.ts';

/** Where in a value something is: keys and indexes. */
export type Path = readonly (string | bigint)[];

/** A path out of a key, an index or an array of them. */
export function pathOf(value: Data, position: Position): Path {
  if (isArray(value)) return collect(value, (step, index) => stepOf(step, position.at(index)));
  return [stepOf(value, position)];
}

/** `[a,0]` */
export function pathText(path: Path): string {
  return `[${path.join(',')}]`;
}

function stepOf(value: Data, position: Position): string | bigint {
  if (typeof value === 'string' || typeof value === 'bigint') return value;
  throw expected(position, ['String', 'Integer'], value);
}

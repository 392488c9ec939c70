import type { Data } from './data.ts';
import type { SetValue } from './set.ts';

/** A set that an element comes from; `null`: one of the core's own indexes, which shows as `{"@set":null}`. */
export type SetSource = SetValue | null;

/** An element of a page that was asked for with `sources: true`. */
export class ElementValue {
  readonly kind = 'element';
  readonly value: Data;
  readonly sources: readonly SetSource[];
  constructor(value: Data, sources: readonly SetSource[]) {
    this.value = value;
    this.sources = sources;
  }
}

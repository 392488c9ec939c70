import type { Data } from './data.ts';
import type { SetValue } from './set.ts';

/** An element of a page that was asked for with `sources: true`. */
export class ElementValue {
  readonly kind = 'element';
  readonly value: Data;
  readonly sources: readonly SetValue[];
  constructor(value: Data, sources: readonly SetValue[]) {
    this.value = value;
    this.sources = sources;
  }
}

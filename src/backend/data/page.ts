import type { Data } from './data.ts';

/** A page of a set (spec 2.8). Cursors are what the wire shows: an array, an event, or `null`; absent: `undefined`. */
export class Page {
  readonly kind = 'page';
  readonly data: readonly Data[];
  readonly before: Data | undefined;
  readonly after: Data | undefined;
  /** The elements as they were read, whatever `map` made of `data`: `take` and `drop` make cursors of them. */
  readonly unmapped: readonly Data[];

  constructor(
    data: readonly Data[],
    before: Data | undefined,
    after: Data | undefined,
    unmapped: readonly Data[] = data,
  ) {
    this.data = data;
    this.before = before;
    this.after = after;
    this.unmapped = unmapped;
  }

  /** The same page with mapped elements. */
  mapped(data: readonly Data[]): Page {
    return new Page(data, this.before, this.after, this.unmapped);
  }
}

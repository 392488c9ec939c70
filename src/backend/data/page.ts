import type { Data } from './data.ts';

/** A page of a set (spec 2.8). Cursors are what the wire shows: an array, an event, or `null`; absent: `undefined`. */
export class Page {
  readonly kind = 'page';
  readonly before: Data | undefined;
  readonly after: Data | undefined;
  readonly data: readonly Data[];

  constructor(data: readonly Data[], before: Data | undefined, after: Data | undefined) {
    this.data = data;
    this.before = before;
    this.after = after;
  }

  /** The same page with other elements. */
  withData(data: readonly Data[]): Page {
    return new Page(data, this.before, this.after);
  }
}

import type { Data } from './data.ts';

export type Entry = readonly [key: string, value: Data];

/** From this many entries on, looking keys up one by one costs more than an index. */
const INDEXED_FROM = 12;

/** An object: entries in the order they were written. Of two entries with one key the first is the one that is read. */
export class Obj {
  readonly kind = 'object';
  readonly entries: readonly Entry[];
  #index: Map<string, Data> | undefined;

  constructor(entries: readonly Entry[]) {
    this.entries = entries;
  }

  /** Builds an object from a plain one; members whose value is `undefined` are left out. */
  static of(members: Readonly<Record<string, Data | undefined>>): Obj {
    const entries: Entry[] = [];
    for (const [key, value] of Object.entries(members)) if (value !== undefined) entries.push([key, value]);
    return new Obj(entries);
  }

  /** The value of a key; `undefined` when there is no such key (`null` is a value). */
  get(key: string): Data | undefined {
    if (this.entries.length < INDEXED_FROM) {
      for (const [name, value] of this.entries) if (name === key) return value;
      return undefined;
    }
    this.#index ??= new Map([...this.entries].reverse());
    return this.#index.get(key);
  }

  has(key: string): boolean {
    return this.get(key) !== undefined;
  }

  /** With the key's value replaced in its place, or appended. */
  with(key: string, value: Data): Obj {
    if (!this.has(key)) return new Obj([...this.entries, [key, value]]);
    return new Obj(this.entries.map((entry) => (entry[0] === key ? [key, value] : entry)));
  }

  without(...keys: readonly string[]): Obj {
    return new Obj(this.entries.filter(([key]) => !keys.includes(key)));
  }
}

export const EMPTY = new Obj([]);

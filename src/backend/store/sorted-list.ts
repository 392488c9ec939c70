/** Long enough that few chunks are needed, short enough that moving one's items costs little. */
const CHUNK = 512;

/** Smaller, equal or larger, as for `Array.prototype.sort`. */
export type Order<T> = (a: T, b: T) => number;

/** Where an item stands relative to a wanted place: negative before, 0 in it, positive after. */
export type Seek<T> = (item: T) => number;

/**
 * Items in order, no two equal. Finding, adding and deleting cost the logarithm of the size plus a constant. Iterations
 * go on correctly when the list changes under them.
 */
export class SortedList<T> {
  readonly #order: Order<T>;
  readonly #chunks: T[][] = [];
  #size = 0;
  #changes = 0;

  constructor(order: Order<T>) {
    this.#order = order;
  }

  get size(): number {
    return this.#size;
  }

  /** The item for which `seek` is 0. */
  find(seek: Seek<T>): T | undefined {
    const [chunk, index] = this.#lowerBound(seek);
    const item = this.#chunks[chunk]?.[index];
    return item !== undefined && seek(item) === 0 ? item : undefined;
  }

  /** Adds an item; `false`: an equal one is there already. */
  add(item: T): boolean {
    const [chunkIndex, index] = this.#lowerBound((other) => this.#order(other, item));
    const chunk = this.#chunks[chunkIndex];
    const there = chunk?.[index];
    if (there !== undefined && this.#order(there, item) === 0) return false;
    this.#size++;
    this.#changes++;
    // Past the last chunk's end: most lists grow there, and full chunks then stay full.
    const target = chunk ?? this.#chunks.at(-1);
    if (target === undefined || (chunk === undefined && target.length >= CHUNK)) {
      this.#chunks.push([item]);
      return true;
    }
    target.splice(chunk === undefined ? target.length : index, 0, item);
    if (target.length > CHUNK) this.#chunks.splice(chunkIndex + 1, 0, target.splice(CHUNK >> 1));
    return true;
  }

  /** Takes an item out; `false`: there is none equal to it. */
  delete(item: T): boolean {
    const seek: Seek<T> = (other) => this.#order(other, item);
    const [chunkIndex, index] = this.#lowerBound(seek);
    const chunk = this.#chunks[chunkIndex];
    const there = chunk?.[index];
    if (chunk === undefined || there === undefined || seek(there) !== 0) return false;
    chunk.splice(index, 1);
    if (chunk.length === 0) this.#chunks.splice(chunkIndex, 1);
    this.#size--;
    this.#changes++;
    return true;
  }

  /** Items upwards from the first that is not before the wanted place; without `seek`: all. */
  *ascending(seek: Seek<T> = () => 0): IterableIterator<T> {
    let [chunk, index] = this.#lowerBound(seek);
    for (;;) {
      const item = this.#chunks[chunk]?.[index];
      if (item === undefined) return;
      const changes = this.#changes;
      yield item;
      if (changes !== this.#changes) [chunk, index] = this.#lowerBound(this.#after(item));
      else [chunk, index] = this.#step(chunk, index);
    }
  }

  /** Items downwards from the last that is not after the wanted place; without `seek`: all. */
  *descending(seek: Seek<T> = () => 0): IterableIterator<T> {
    let [chunk, index] = this.#back(...this.#lowerBound((item) => (seek(item) > 0 ? 0 : -1)));
    for (;;) {
      const item = this.#chunks[chunk]?.[index];
      if (item === undefined) return;
      const changes = this.#changes;
      yield item;
      if (changes !== this.#changes) [chunk, index] = this.#lowerBound((other) => this.#order(other, item));
      [chunk, index] = this.#back(chunk, index);
    }
  }

  #after(item: T): Seek<T> {
    return (other) => (this.#order(other, item) > 0 ? 0 : -1);
  }

  #step(chunk: number, index: number): [number, number] {
    return index + 1 < (this.#chunks[chunk]?.length ?? 0) ? [chunk, index + 1] : [chunk + 1, 0];
  }

  #back(chunk: number, index: number): [number, number] {
    return index > 0 ? [chunk, index - 1] : [chunk - 1, (this.#chunks[chunk - 1]?.length ?? 0) - 1];
  }

  /** The place of the first item for which `seek` is not negative; one past the last chunk if there is none. */
  #lowerBound(seek: Seek<T>): [chunk: number, index: number] {
    const chunk = firstIndex(this.#chunks.length, (at) => {
      const last = this.#chunks[at]?.at(-1);
      return last !== undefined && seek(last) >= 0;
    });
    const items = this.#chunks[chunk];
    if (items === undefined) return [chunk, 0];
    const index = firstIndex(items.length, (at) => {
      const item = items[at];
      return item !== undefined && seek(item) >= 0;
    });
    return [chunk, index];
  }
}

/** The first index below `length` at which `holds` (false before, true from there on); `length`: nowhere. */
function firstIndex(length: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

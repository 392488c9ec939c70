/**
 * A heap that gives out the greatest element first, and of equal ones the same that `scala.collection.mutable.PriorityQueue`
 * would: the order in which merged sets meet equal elements shows in answers (which of them a union keeps, the order of
 * `sources`).
 */
export class ScalaHeap<T> {
  readonly #compare: (a: T, b: T) => number;
  readonly #items: T[] = [];

  constructor(compare: (a: T, b: T) => number) {
    this.#compare = compare;
  }

  get size(): number {
    return this.#items.length;
  }

  add(item: T): void {
    this.#items.push(item);
    this.#up(this.#items.length);
  }

  /** Adds several as `++=` does: a heap that was empty is built as a whole. */
  addAll(items: Iterable<T>): void {
    const before = this.#items.length;
    this.#items.push(...items);
    if (before <= 1) for (let place = this.#items.length >> 1; place >= 1; place -= 1) this.#down(place);
    else for (let place = before + 1; place <= this.#items.length; place += 1) this.#up(place);
  }

  take(): T | undefined {
    const [top] = this.#items;
    const end = this.#items.pop();
    if (end !== undefined && this.#items.length > 0) {
      this.#items[0] = end;
      this.#down(1);
    }
    return top;
  }

  #up(from: number): void {
    for (let place = from; place > 1 && this.#less(place >> 1, place); place >>= 1)
      this.#swap(place >> 1, place);
  }

  #down(from: number): void {
    let place = from;
    while (2 * place <= this.#items.length) {
      let child = 2 * place;
      if (child < this.#items.length && this.#less(child, child + 1)) child += 1;
      if (!this.#less(place, child)) return;
      this.#swap(place, child);
      place = child;
    }
  }

  /** Places count from 1. */
  #less(a: number, b: number): boolean {
    const [left, right] = [this.#items[a - 1], this.#items[b - 1]];
    return left !== undefined && right !== undefined && this.#compare(left, right) < 0;
  }

  #swap(a: number, b: number): void {
    const [left, right] = [this.#items[a - 1], this.#items[b - 1]];
    if (left === undefined || right === undefined) return;
    this.#items[a - 1] = right;
    this.#items[b - 1] = left;
  }
}

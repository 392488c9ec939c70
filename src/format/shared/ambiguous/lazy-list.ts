/** Numbers, each once, that are asked of their source once each and can be walked any number of times, also at once. */
export class LazyList implements Iterable<number> {
  readonly #known: number[] = [];
  #seen: Set<number> | undefined;
  #source: Iterator<number> | undefined;
  readonly #open: () => Iterable<number>;
  readonly #asked: () => void;

  /** `open` is called at the first step, `asked` at every number that the source gives. */
  constructor(open: () => Iterable<number>, asked: () => void) {
    this.#open = open;
    this.#asked = asked;
  }

  [Symbol.iterator](): Iterator<number> {
    let index = 0;
    return { next: () => this.#at(index++) };
  }

  #at(index: number): IteratorResult<number, undefined> {
    while (index >= this.#known.length) {
      this.#source ??= this.#open()[Symbol.iterator]();
      const next = this.#source.next();
      if (next.done === true) return { done: true, value: undefined };
      this.#asked();
      this.#add(next.value);
    }
    const value = this.#known[index];
    return value === undefined ? { done: true, value } : { done: false, value };
  }

  #add(value: number): void {
    const [first] = this.#known;
    if (first !== undefined) {
      this.#seen ??= new Set([first]);
      if (this.#seen.has(value)) return;
      this.#seen.add(value);
    }
    this.#known.push(value);
  }
}

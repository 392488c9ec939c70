/**
 * How often a query is evaluated again before it blocks for what it needs: it may ask for something else each time (a
 * password made of `now`), or for very much.
 */
const PATIENCE = 20;

/**
 * Lets a synchronous evaluation use what has to be computed elsewhere (password hashes). The evaluation asks for a
 * result; when it is not there yet, a `Suspension` unwinds it, the work is done without blocking anybody, and the query is
 * evaluated again from its start, on a new snapshot, with the result on the tape. Evaluating twice is safe because
 * nothing is visible before the commit.
 */
export class Tape {
  readonly #results = new Map<string, string | boolean>();
  #ordinal = 0;
  #runs = 0;

  readonly #undo: (() => void)[] = [];

  /** Notes what takes back something that results on the tape have left elsewhere. */
  onAbandon(undo: () => void): void {
    this.#undo.push(undo);
  }

  /** The query has failed for good. */
  abandon(): void {
    for (const undo of this.#undo.splice(0)) undo();
  }

  /** A text that is made anew each time it is asked for, at once: in every run the same for the n-th that asks. */
  draw(key: string, make: () => string): string {
    const numbered = `${key}#${String(this.#ordinal)}`;
    this.#ordinal += 1;
    const drawn = this.#results.get(numbered);
    if (typeof drawn === 'string') return drawn;
    const text = make();
    this.#results.set(numbered, text);
    return text;
  }

  /** To be called before each evaluation. */
  rewind(): void {
    this.#ordinal = 0;
    this.#runs += 1;
  }

  /** A yes or no that depends on nothing but `key`; `atOnce` gives it by blocking. */
  decide(key: string, work: () => Promise<boolean>, atOnce: () => boolean): boolean {
    const result = this.#results.get(key);
    if (typeof result === 'boolean') return result;
    if (this.#isPatient) throw new Suspension(async () => void this.#results.set(key, await work()));
    return atOnce();
  }

  /** A text that is made anew each time it is asked for (a salted hash): the n-th asked for is the n-th of every run. */
  produce(key: string, work: () => Promise<string>, atOnce: () => string): string {
    const numbered = `${key}#${String(this.#ordinal)}`;
    const result = this.#results.get(numbered);
    if (typeof result !== 'string' && this.#isPatient)
      throw new Suspension(async () => void this.#results.set(numbered, await work()));
    this.#ordinal += 1;
    return typeof result === 'string' ? result : atOnce();
  }

  get #isPatient(): boolean {
    return this.#runs <= PATIENCE;
  }
}

/** Thrown by an evaluation that can go on only when `work` is done. Never caught by evaluation itself. */
export class Suspension extends Error {
  override readonly name = 'Suspension';
  readonly work: () => Promise<void>;
  constructor(work: () => Promise<void>) {
    super('the query waits for work that is done elsewhere');
    this.work = work;
  }
}

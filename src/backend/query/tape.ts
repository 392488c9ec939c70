/**
 * Lets a synchronous evaluation use what has to be computed elsewhere (password hashes). The evaluation asks for a
 * result; when it is not there yet, a `Suspension` unwinds it, the work is done without blocking anybody, and the query is
 * evaluated again from its start, on a new snapshot, with the result on the tape. Evaluating twice is safe because
 * nothing is visible before the commit.
 */
export class Tape {
  readonly #results = new Map<string, string | boolean>();
  #ordinal = 0;

  /** To be called before each evaluation. */
  rewind(): void {
    this.#ordinal = 0;
  }

  /** A yes or no that depends on nothing but `key`. */
  decide(key: string, work: () => Promise<boolean>): boolean {
    const result = this.#results.get(key);
    if (typeof result === 'boolean') return result;
    throw new Suspension(async () => void this.#results.set(key, await work()));
  }

  /** A text that is made anew each time it is asked for (a salted hash): the n-th asked for is the n-th of every run. */
  produce(key: string, work: () => Promise<string>): string {
    const numbered = `${key}#${this.#ordinal}`;
    const result = this.#results.get(numbered);
    if (typeof result === 'string') {
      this.#ordinal += 1;
      return result;
    }
    throw new Suspension(async () => void this.#results.set(numbered, await work()));
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

/** What is kept of the text that a shim writes apart from its replies: enough for any stack trace. */
export const TAIL_BYTES = 64 * 1024;

/** The last bytes of a stream, in bounded memory. */
export class Tail {
  #chunks: Uint8Array[] = [];
  #size = 0;

  push(chunk: Uint8Array): void {
    this.#chunks.push(chunk);
    this.#size += chunk.length;
    // Cutting only now and then makes the cost of a byte constant, however small the chunks are.
    if (this.#size > 2 * TAIL_BYTES) this.#cut();
  }

  /** As text; bytes that are not UTF-8 (a character cut in two, for one) become U+FFFD. */
  get text(): string {
    this.#cut();
    return Buffer.concat(this.#chunks).toString('utf8');
  }

  #cut(): void {
    const kept = Buffer.from(Buffer.concat(this.#chunks).subarray(-TAIL_BYTES));
    this.#chunks = [kept];
    this.#size = kept.length;
  }
}

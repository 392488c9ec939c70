/**
 * Standard output that waits for whoever reads it, and says when nobody does any more (`… | head`): then there is nothing left
 * to do, and that is no error.
 */
export class StandardOutput {
  readonly #stream = process.stdout;
  #isClosed = false;

  constructor() {
    this.#stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
      this.#isClosed = true;
    });
  }

  /** Nobody reads any more. */
  get isClosed(): boolean {
    return this.#isClosed;
  }

  /** Writes a line; resolves when there is room for the next one. */
  async line(text: string): Promise<void> {
    if (this.#isClosed || this.#stream.write(`${text}\n`)) return;
    await new Promise<void>((resolve) => {
      const go = (): void => {
        this.#stream.off('drain', go).off('error', go).off('close', go);
        resolve();
      };
      this.#stream.once('drain', go).once('error', go).once('close', go);
    });
  }
}

/** One piece of a shim's standard output. */
export type Frame =
  | { readonly kind: 'reply'; readonly text: string }
  /** A reply of which nothing more can be read: cut off, too long, not UTF-8. */
  | { readonly kind: 'broken'; readonly problem: string }
  /** What the driver wrote on standard output by itself. */
  | { readonly kind: 'noise'; readonly bytes: Uint8Array };

const RECORD_SEPARATOR = 0x1e;
const LINE_FEED = 0x0a;

/**
 * Takes a shim's standard output apart: a reply goes from 0x1E to the next line feed (RFC 7464), everything else is
 * noise. It recovers by itself after each defect, because JSON never contains either byte unescaped.
 */
export class FrameReader {
  readonly #maxReplyBytes: number;
  /** Pieces of the reply that is coming in; `undefined` between replies. */
  #parts: Uint8Array[] | undefined;
  #size = 0;

  constructor(maxReplyBytes: number) {
    this.#maxReplyBytes = maxReplyBytes;
  }

  /** The frames that are complete with this chunk. A reply that is too long is reported as soon as it is. */
  *push(chunk: Uint8Array): Generator<Frame> {
    let at = 0;
    while (at < chunk.length) {
      if (this.#parts === undefined) {
        const start = indexOr(chunk, RECORD_SEPARATOR, at, chunk.length);
        if (start > at) yield { kind: 'noise', bytes: chunk.subarray(at, start) };
        if (start === chunk.length) return;
        this.#open();
        at = start + 1;
        continue;
      }
      const lineEnd = indexOr(chunk, LINE_FEED, at, chunk.length);
      const end = indexOr(chunk.subarray(0, lineEnd), RECORD_SEPARATOR, at, lineEnd);
      yield* this.#append(chunk.subarray(at, end));
      if (end === chunk.length) return;
      if (chunk[end] === LINE_FEED) {
        yield* this.#close();
        this.#parts = undefined;
      } else {
        if (!this.#oversized)
          yield { kind: 'broken', problem: 'a reply was cut off by the start of another' };
        this.#open();
      }
      at = end + 1;
    }
  }

  /** What is half read when the output ends: no defect of its own, since how the process ended says more. */
  rest(): Uint8Array {
    return Buffer.concat(this.#parts ?? []);
  }

  #open(): void {
    this.#parts = [];
    this.#size = 0;
  }

  get #oversized(): boolean {
    return this.#size > this.#maxReplyBytes;
  }

  *#append(part: Uint8Array): Generator<Frame> {
    if (this.#oversized) return;
    this.#size += part.length;
    if (this.#oversized) {
      this.#parts = [];
      yield { kind: 'broken', problem: `a reply is longer than ${this.#maxReplyBytes} bytes` };
    } else this.#parts?.push(part);
  }

  *#close(): Generator<Frame> {
    if (this.#oversized) return;
    try {
      const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
      yield { kind: 'reply', text: text.decode(Buffer.concat(this.#parts ?? [])) };
    } catch {
      yield { kind: 'broken', problem: 'a reply is not UTF-8' };
    }
  }
}

function indexOr(bytes: Uint8Array, byte: number, from: number, otherwise: number): number {
  const index = bytes.indexOf(byte, from);
  return index === -1 ? otherwise : index;
}

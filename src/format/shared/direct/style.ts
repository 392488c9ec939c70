import type { Entry, Value } from '../../../value/index.ts';
import type { DirectReader } from './direct-reader.ts';

/** How a container is written, once its opening text has been stepped over. */
export type Shape = ListShape | MapShape;

export interface ListShape {
  readonly keyed: false;
  readonly separator: string;
  readonly close: string;
  /** `undefined`: the driver does not print such items so. */
  readonly make: (items: readonly Value[]) => Value | undefined;
}

export interface MapShape {
  readonly keyed: true;
  readonly separator: string;
  readonly close: string;
  /** The opening text goes into the first key, so that nothing can close at once: an empty map is a leaf. */
  readonly isFilled?: true;
  /**
   * `undefined`: the driver does not print such entries so: two of one key, keys in another order. `areKnown`: their keys are
   * the first ones of a map that was made before.
   */
  readonly make: (entries: readonly Entry[], areKnown: boolean) => Value | undefined;
}

/**
 * A format for `readDirect`. Whatever its functions take must be spelled as the format prints it, so that what is read
 * prints as the text.
 */
export interface DirectStyle {
  /** Between a key and its value. */
  readonly is: string;
  /**
   * Where a key ends that begins at a place; -1: none begins here. `before`: the key before it. Absent: a key ends at the first
   * place behind which a value starts, whatever is in it.
   */
  readonly endOfKey?: (text: string, at: number, before: string | undefined) => number;
  /** Whether the text looks from here on as if a value began: decides where unescaped keys and strings end. */
  readonly starts: (text: string, at: number) => boolean;
  /** Steps over the opening of a container; `undefined`: none begins here, and nothing is stepped over. */
  readonly open: (reader: DirectReader) => Shape | undefined;
  /** Reads any other value. Throws `ReadFailure`. */
  readonly leaf: (reader: DirectReader) => Value;
}

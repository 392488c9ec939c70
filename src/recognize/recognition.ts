import type { Format, PrintedError } from '../format/index.ts';
import type { Value } from '../value/index.ts';
import type { Fit } from './fit.ts';

/** One format that could have printed a text. */
export interface Recognition {
  /** The bare format, never a variant. */
  readonly format: Format;
  /** The variants of it that fit as well as `by`: the runtimes that may have printed the text. */
  readonly variants: readonly Format[];
  /** The format or variant that fits best, and whose readings these are; the bare format where it fits as well as another. */
  readonly by: Format;
  readonly fit: Fit;
  /** Likeliest first. */
  readonly readings: readonly [Value, ...Value[]];
  /** False when there may be more readings than those listed. */
  readonly complete: boolean;
  /** What in the text only few drivers write, in words: `` `map[` ``; none in plain values. */
  readonly marks: readonly string[];
  /** In words: the marks, and how well it fits. */
  readonly reason: string;
}

/** One format whose driver could have printed a text as an error. */
export interface ErrorRecognition {
  /** The bare format, never a variant. */
  readonly format: Format;
  /** The variants of it that read the same. */
  readonly variants: readonly Format[];
  readonly error: PrintedError;
  /** In words: what in the text says so. */
  readonly reason: string;
}

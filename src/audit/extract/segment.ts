import type { MappedText } from '../mapped-text.ts';

/**
 * A stretch of a page, in the order of the page: `code` is a block that the page sets apart (a fence, `<pre>`), `text` is
 * everything between, where prints stand bare.
 */
export interface Segment {
  readonly kind: 'code' | 'text';
  readonly content: MappedText;
  /** What a fence says it holds: `go`, `json`. */
  readonly language?: string;
}

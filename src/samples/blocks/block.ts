import type { Marker } from './marker.ts';

/** A place in a page that a sample is written into. */
export interface Block {
  readonly marker: Marker;
  /** Where the marker stands. */
  readonly offset: number;
  /** What is replaced: the content of the fence or `<pre>`, from its first line to the end of its last. */
  readonly from: number;
  readonly to: number;
  /**
   * The content for a print.
   * @throws SampleError for a text that cannot stand there.
   */
  readonly write: (text: string) => string;
}

/** What matters of a page, in its order: markers, their ends, and what a sample can be written into. */
export type Item =
  | { readonly kind: 'begin'; readonly marker: Marker; readonly from: number; readonly to: number }
  | { readonly kind: 'end'; readonly from: number; readonly to: number }
  | { readonly kind: 'other'; readonly from: number; readonly to: number }
  | { readonly kind: 'broken'; readonly why: string; readonly from: number; readonly to: number }
  | ({ readonly kind: 'content'; readonly outer: { readonly from: number; readonly to: number } } & Pick<
      Block,
      'from' | 'to' | 'write'
    >);

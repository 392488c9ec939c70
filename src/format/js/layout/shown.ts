/**
 * What `util.inspect` is given, as far as its text depends on it: a tree of plain JavaScript data in which an object that
 * prints itself is only its own text. Whoever models a driver builds such a tree; `inspect` lays it out as a Node.js does.
 */
export type Shown = null | undefined | boolean | number | string | ShownText | ShownContainer;

/** An object with an inspection hook of its own that the Node.js in question honours: what the hook returned. */
export interface ShownText {
  readonly kind: 'text';
  readonly text: string;
}

export type ShownContainer = ShownArray | ShownBytes | ShownObject;

/** A plain array. */
export interface ShownArray {
  readonly kind: 'array';
  readonly items: readonly Shown[];
}

/** A `Uint8Array`. */
export interface ShownBytes {
  readonly kind: 'bytes';
  readonly bytes: Uint8Array;
}

/** An object without a hook: its own enumerable members, in the order in which JavaScript keeps them. */
export interface ShownObject {
  readonly kind: 'object';
  readonly entries: readonly (readonly [key: string, value: Shown])[];
  /** Name of its class: `Ref`; absent: a plain object; `null`: an object without a prototype. */
  readonly className?: string | null;
}

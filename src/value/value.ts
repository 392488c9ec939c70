/**
 * The canonical value: what every witness is turned into before anything is compared. Comes in from wire JSON, from a
 * shim's decoded reply, or from a parsed print; goes out to `format.print`, to comparison and to reports. A value may be
 * partly unknown: a print that loses something says so with `unsaid`, `oneOf`, `number`, or an open array, object or
 * string, and comparison then looks only at what both sides say. This folder imports nothing of ours.
 */
import type { Json } from './json.ts';

export type Value =
  | NullValue
  | BooleanValue
  | LongValue
  | DoubleValue
  | NumberValue
  | StringValue
  | BytesValue
  | ArrayValue
  | ObjectValue
  | RefValue
  | TsValue
  | DateValue
  | UuidValue
  | SetValue
  | QueryValue
  | OpaqueValue
  | UnsaidValue
  | OneOfValue;

export interface NullValue {
  readonly kind: 'null';
}
export interface BooleanValue {
  readonly kind: 'boolean';
  readonly value: boolean;
}
/** A 64-bit integer (wider ones are possible: Python and JavaScript read them). */
export interface LongValue {
  readonly kind: 'long';
  readonly value: bigint;
}
/** A double; -0, NaN and the infinities included. */
export interface DoubleValue {
  readonly kind: 'double';
  readonly value: number;
}
/** A long or a double, known only as the nearest double: all that JavaScript ever has of a number. */
export interface NumberValue {
  readonly kind: 'number';
  readonly value: number;
}
export interface StringValue {
  readonly kind: 'string';
  readonly value: string;
  /** UTF-16 units that were cut off after `value` (Node.js prints 10,000 of them); absent: none. */
  readonly cut?: number;
}
export interface BytesValue {
  readonly kind: 'bytes';
  readonly value: Uint8Array;
}
export interface ArrayValue {
  readonly kind: 'array';
  readonly items: readonly Value[];
  /** Items that were cut off at the end (Node.js prints 100 of them); absent: none. */
  readonly cut?: number;
}
export type Entry = readonly [key: string, value: Value];
export interface ObjectValue {
  readonly kind: 'object';
  readonly entries: readonly Entry[];
  /** `false`: the order of the entries says nothing (hash order). Absent: the order is that of the wire. */
  readonly ordered?: false;
}
/** `{id}` alone is a native collection. `unsaid` members are known to be there or not at all, depending on `why`. */
export interface RefValue {
  readonly kind: 'ref';
  readonly id: string | UnsaidValue;
  readonly collection?: RefValue | UnsaidValue;
  readonly database?: RefValue | UnsaidValue;
}
/** A timestamp as its text. Two texts of one instant are equal: see `instant`. */
export interface TsValue {
  readonly kind: 'ts';
  readonly text: string;
  /** Nanoseconds that the text was truncated to (C#: 100); absent: exact. */
  readonly truncated?: number;
}
export interface DateValue {
  readonly kind: 'date';
  readonly text: string;
}
/** No driver decodes `@uuid`; it is here for the wire. */
export interface UuidValue {
  readonly kind: 'uuid';
  readonly text: string;
}
/** A set's parameters as they are on the wire: `match`, `terms` and so on; nested sets are sets again. */
export interface SetValue {
  readonly kind: 'set';
  readonly entries: readonly Entry[];
}
/** A lambda: its body is an unescaped FQL expression, kept as the JSON that it is. */
export interface QueryValue {
  readonly kind: 'query';
  readonly body: Json;
}
/**
 * A set or query known only as one format's own text (white space normalised). It agrees with every value of that kind
 * and with an equal text of the same format; `format.project` gives the text of a known value.
 */
export interface OpaqueValue {
  readonly kind: 'opaque';
  readonly of: 'set' | 'query';
  readonly format: string;
  readonly text: string;
}
/** Something is there, and the witness does not say what. */
export interface UnsaidValue {
  readonly kind: 'unsaid';
  /** Why, in a few words for a report: `depth over 2`, `address only`. */
  readonly why: string;
}
/** The witness fits each of these and no other value. */
export interface OneOfValue {
  readonly kind: 'oneOf';
  readonly options: readonly Value[];
}

/**
 * The values that FQL computes with, one class a kind (spec 4.1 lists the type names). They come out of a parsed query or
 * out of the store, and go into rendering. All are immutable.
 *
 * JavaScript's own types serve where they are exact: `null`, `boolean`, `bigint` (FQL Integer, 64 bits), `number` (FQL
 * Double), `string`, arrays. Everything else has a class with a `kind`. Values hold no names of databases, collections,
 * indexes and so on but internal ids, so that a rename shows at once; rendering looks the names up.
 */
import type { ActionValue } from './action.ts';
import type { Bytes } from './bytes.ts';
import type { DateValue } from './date.ts';
import type { DocumentValue } from './document.ts';
import type { ElementValue } from './element.ts';
import type { DocumentEvent, SetEvent } from './event.ts';
import type { Lambda } from './lambda.ts';
import type { Obj } from './obj.ts';
import type { Page } from './page.ts';
import type { Ref } from './ref.ts';
import type { SetValue } from './set.ts';
import type { Time } from './time.ts';
import type { TransactionTime } from './transaction-time.ts';
import type { UnresolvedRef } from './unresolved-ref.ts';
import type { Uuid } from './uuid.ts';

export type Data = null | boolean | bigint | number | string | readonly Data[] | Tagged;

export type Tagged =
  | ActionValue
  | Bytes
  | DateValue
  | DocumentEvent
  | DocumentValue
  | ElementValue
  | Lambda
  | Obj
  | Page
  | Ref
  | SetEvent
  | SetValue
  | Time
  | TransactionTime
  | UnresolvedRef
  | Uuid;

/** `Array.isArray` that keeps the element type of a readonly array. */
export function isArray(value: Data): value is readonly Data[] {
  return Array.isArray(value);
}

/** True for the values that are instances of a class with a `kind`. */
export function isTagged(value: Data): value is Tagged {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

import type { Action } from './action.ts';
import type { Data } from './data.ts';
import type { Obj } from './obj.ts';
import type { Ref } from './ref.ts';
import type { TransactionTime } from './transaction-time.ts';

/** Something that happened to a document (spec 2.8). */
export class DocumentEvent {
  readonly kind = 'document-event';
  readonly ts: bigint | TransactionTime;
  readonly action: Action;
  readonly ref: Ref | undefined;
  /** The part of `data` that the event set; `null` for none; `undefined` in a cursor, which has no such field. */
  readonly data: Obj | null | undefined;

  constructor(
    ts: bigint | TransactionTime,
    action: Action,
    ref: Ref | undefined,
    data: Obj | null | undefined,
  ) {
    this.ts = ts;
    this.action = action;
    this.ref = ref;
    this.data = data;
  }
}

/** A document entered or left a set (spec 2.8). */
export class SetEvent {
  readonly kind = 'set-event';
  readonly ts: bigint | TransactionTime;
  readonly action: Action;
  readonly ref: Ref | undefined;
  /** The covered values; `undefined` for sets without. */
  readonly values: readonly Data[] | undefined;

  constructor(
    ts: bigint | TransactionTime,
    action: Action,
    ref: Ref | undefined,
    values: readonly Data[] | undefined,
  ) {
    this.ts = ts;
    this.action = action;
    this.ref = ref;
    this.values = values;
  }
}

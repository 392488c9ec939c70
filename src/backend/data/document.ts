import type { Obj } from './obj.ts';
import type { Ref } from './ref.ts';
import type { TransactionTime } from './transaction-time.ts';

/** One version of a document as a query sees it. */
export class DocumentValue {
  readonly kind = 'document';
  readonly ref: Ref;
  /** Microseconds, or the placeholder when this query wrote it. */
  readonly ts: bigint | TransactionTime;
  /** A delete marker shows `"action":"delete"` after `ts`. */
  readonly deleted: boolean;
  /** The fields after `ref` and `ts` in the order they show: internal ones are left out, generated ones added (2.9). */
  readonly fields: Obj;
  /** True when this very query created it: a top-level result of that kind answers 201 (spec 1.9). */
  readonly isNew: boolean;

  constructor(
    ref: Ref,
    ts: bigint | TransactionTime,
    fields: Obj,
    { deleted = false, isNew = false }: { readonly deleted?: boolean; readonly isNew?: boolean } = {},
  ) {
    this.ref = ref;
    this.ts = ts;
    this.fields = fields;
    this.deleted = deleted;
    this.isNew = isNew;
  }
}

import { FIRST_USER_COLLECTION } from '../data/ids.ts';
import { Ref } from '../data/ref.ts';
import { Time } from '../data/time.ts';
import type { Draft } from './kind.ts';

const MICROS_A_DAY = 86_400_000_000n;

/** A collection's `ttl_days` count from the write that makes a document or leaves it without a `ttl`. */
export function expire(draft: Draft): void {
  const { ref, context } = draft;
  if (ref.collection < FIRST_USER_COLLECTION || draft.fields.has('ttl')) return;
  const collection = context.transaction.read(Ref.ofCollection(ref.scope, ref.collection));
  const days = collection?.fields.get('ttl_days');
  if (typeof days !== 'bigint') return;
  draft.fields = draft.fields.with('ttl', Time.ofMicros(context.transaction.snapshot + days * MICROS_A_DAY));
}

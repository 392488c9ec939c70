import { COLLECTIONS, isNamed, nativeName } from '../data/ids.ts';
import { atLeast } from '../eval/version.ts';
import type { ApiVersion } from '../core.ts';
import type { Ref } from '../data/ref.ts';
import type { Transaction } from '../store/store.ts';

interface Names {
  readonly transaction: Transaction;
  readonly version: ApiVersion;
}

/**
 * The `id` that a ref shows: a name for schema documents, else the decimal number. `undefined` when the document's name
 * is not known any more: it never existed, or its history is gone.
 */
export function refId(ref: Ref, { transaction, version }: Names): string | undefined {
  if (ref.collection === COLLECTIONS) {
    const native = nativeName(Number(ref.id));
    if (native !== undefined)
      return native === 'collections' && !atLeast(version, '2.7') ? 'classes' : native;
  }
  return isNamed(ref.collection) ? nameOf(ref, transaction) : String(ref.id);
}

/** The name of a schema document; of a deleted one the last that it had. */
export function nameOf(ref: Ref, transaction: Transaction): string | undefined {
  const current = transaction.read(ref)?.fields.get('name');
  if (typeof current === 'string') return current;
  for (const version of transaction.history(ref).toReversed()) {
    const name = version.fields.get('name');
    if (typeof name === 'string') return name;
  }
  return undefined;
}

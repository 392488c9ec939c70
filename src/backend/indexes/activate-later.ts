import type { Ref } from '../data/ref.ts';
import type { Store } from '../store/store.ts';

/**
 * Makes an index active once the query that created it has been answered: the answer says `active: false`, as the core's
 * does, which builds such indexes in the background (spec 4.9).
 */
export function activateLater(ref: Ref, store: Store): void {
  setImmediate(() => {
    const transaction = store.begin();
    const version = transaction.read(ref);
    if (version === undefined) transaction.rollback();
    else {
      transaction.write(ref, 'update', version.fields.with('active', true));
      transaction.commit();
    }
  });
}

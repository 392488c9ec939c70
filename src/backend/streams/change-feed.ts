/**
 * Event streams (spec 1.14). `change-feed.ts` tells of what transactions changed, `stream-subject.ts` says what a query
 * asks to watch, `stream-events.ts` turns changes into the events of a subject, and `open-stream.ts` keeps one stream going.
 */
import type { Change } from '../store/change.ts';
import type { Store, Transaction } from '../store/store.ts';

/** What one transaction changed, in order; later changes of one version of a document count instead of earlier ones. */
export interface Committed {
  /** Microseconds. */
  readonly time: bigint;
  readonly changes: readonly Change[];
}

export type Listener = (committed: Committed) => void;

/** Tells listeners of every transaction that commits. Costs next to nothing while nobody listens. */
export class ChangeFeed {
  readonly #listeners = new Set<Listener>();
  readonly #open = new WeakMap<Transaction, Map<string, Change>>();

  constructor(store: Store) {
    store.observe((transaction, change) => {
      if (this.#listeners.size > 0) this.#note(transaction, change);
    });
  }

  /** Calls `listener` from now on; returns what ends that. */
  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  #note(transaction: Transaction, change: Change): void {
    let changes = this.#open.get(transaction);
    if (changes === undefined) {
      const fresh = new Map<string, Change>();
      this.#open.set(transaction, (changes = fresh));
      transaction.onCommit(() => {
        const committed = { time: transaction.commitTime, changes: [...fresh.values()] };
        for (const listener of this.#listeners) listener(committed);
      });
    }
    const { key, before, after } = change;
    const at = (after ?? before)?.at;
    const place = `${String(key.scope)}/${String(key.collection)}/${String(key.id)}/${String(at)}`;
    const earlier = changes.get(place);
    changes.set(place, earlier === undefined ? change : { ...change, before: earlier.before });
  }
}

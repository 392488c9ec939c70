import type { EntryOrder, IndexEntry, IndexEvent, IndexPartition } from './index-partition.ts';
import { SortedList } from './sorted-list.ts';

/** An entry and its events as sorted numbers: twice the time in µs, plus 1 if it was added then. */
interface Place {
  readonly entry: IndexEntry;
  readonly events: bigint[];
}

/** An index partition in memory. `onUndo` gets what takes each change back. */
export class MemoryIndex implements IndexPartition {
  readonly #order: EntryOrder;
  readonly #places: SortedList<Place>;
  readonly #onUndo: (undo: () => void) => void;
  /** All events by time; made when they are first asked for, and kept up from then on. */
  #log: SortedList<IndexEvent> | undefined;

  constructor(order: EntryOrder, onUndo: (undo: () => void) => void) {
    this.#order = order;
    this.#places = new SortedList((a, b) => order(a.entry, b.entry));
    this.#onUndo = onUndo;
  }

  get size(): number {
    return this.#places.size;
  }

  add(entry: IndexEntry, at: bigint): void {
    if (this.#put(entry, (at << 1n) | 1n)) this.#onUndo(() => this.#take(entry, (at << 1n) | 1n));
  }

  remove(entry: IndexEntry, at: bigint): void {
    if (this.#put(entry, at << 1n)) this.#onUndo(() => this.#take(entry, at << 1n));
  }

  forget(entry: IndexEntry, at: bigint, action: 'add' | 'remove'): void {
    const code = (at << 1n) | (action === 'add' ? 1n : 0n);
    if (this.#take(entry, code)) this.#onUndo(() => this.#put(entry, code));
  }

  *scan(options: Parameters<IndexPartition['scan']>[0]): IterableIterator<IndexEntry> {
    const { at, seek, descending = false } = options;
    const place = seek && (({ entry }: Place): number => seek(entry));
    const latest = (at << 1n) | 1n;
    for (const { entry, events } of descending
      ? this.#places.descending(place)
      : this.#places.ascending(place))
      if (isAdd(events.findLast((code) => code <= latest))) yield entry;
  }

  events({ descending = false } = {}): IterableIterator<IndexEvent> {
    const log = (this.#log ??= this.#makeLog());
    return descending ? log.descending() : log.ascending();
  }

  #put(entry: IndexEntry, code: bigint): boolean {
    const place = this.#places.find((other) => this.#order(other.entry, entry));
    if (place === undefined) this.#places.add({ entry, events: [code] });
    else {
      const later = place.events.findIndex((other) => other >= code);
      if (later >= 0 && place.events[later] === code) return false;
      place.events.splice(later < 0 ? place.events.length : later, 0, code);
    }
    this.#log?.add(eventOf(place?.entry ?? entry, code));
    return true;
  }

  #take(entry: IndexEntry, code: bigint): boolean {
    const place = this.#places.find((other) => this.#order(other.entry, entry));
    const index = place?.events.indexOf(code) ?? -1;
    if (place === undefined || index < 0) return false;
    place.events.splice(index, 1);
    if (place.events.length === 0) this.#places.delete(place);
    this.#log?.delete(eventOf(entry, code));
    return true;
  }

  #makeLog(): SortedList<IndexEvent> {
    const log = new SortedList<IndexEvent>((a, b) => {
      if (a.at !== b.at) return a.at < b.at ? -1 : 1;
      return this.#order(a.entry, b.entry) || Number(a.action === 'add') - Number(b.action === 'add');
    });
    for (const { entry, events } of this.#places.ascending())
      for (const code of events) log.add(eventOf(entry, code));
    return log;
  }
}

function eventOf(entry: IndexEntry, code: bigint): IndexEvent {
  return { entry, at: code >> 1n, action: isAdd(code) ? 'add' : 'remove' };
}

function isAdd(code: bigint | undefined): boolean {
  return code !== undefined && (code & 1n) === 1n;
}

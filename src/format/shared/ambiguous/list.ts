import type { Rule } from './rule.ts';
import type { Scan } from './scan.ts';

/** How a list is written. */
export interface ListShape<Item, T> {
  readonly open: string;
  readonly separator: string;
  readonly close: string;
  readonly item: Rule<Item>;
  /** Makes the value of a list; `undefined` refuses it. */
  readonly make: (items: readonly Item[]) => T | undefined;
  /** Whether items may begin a list, its last one being new: for lists in a fixed order. Default: always. */
  readonly begins?: (items: readonly Item[]) => boolean;
}

interface Frame<Item> {
  readonly steps: Iterator<{ readonly end: number; readonly value: Item }>;
  end: number;
}

/**
 * Items between an opening and a closing text. Works without recursion over the items: lists are long. The item's rule
 * should be `remembered`.
 */
export function list<Item, T>(shape: ListShape<Item, T>): Rule<T> {
  const { open, separator, close, item } = shape;

  function* ends(scan: Scan, at: number): Generator<number> {
    const first = at + open.length;
    if (scan.text.startsWith(close, first)) yield first + close.length;
    const started = new Set([first]);
    const stack = [item.ends(scan, first)[Symbol.iterator]()];
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const next = top.next();
      if (next.done === true) {
        stack.pop();
        continue;
      }
      scan.spend();
      if (scan.text.startsWith(close, next.value)) yield next.value + close.length;
      const start = afterSeparator(scan, next.value);
      if (start === undefined || started.has(start)) continue;
      started.add(start);
      stack.push(item.ends(scan, start)[Symbol.iterator]());
    }
  }

  function starts(scan: Scan, at: number): boolean {
    const fits = scan.text.startsWith(open, at);
    if (!fits) scan.expect(at, JSON.stringify(open));
    return fits;
  }

  function afterSeparator(scan: Scan, at: number): number | undefined {
    if (scan.text.startsWith(separator, at)) return at + separator.length;
    if (!scan.text.startsWith(close, at))
      scan.expect(at, `${JSON.stringify(separator)} or ${JSON.stringify(close)}`);
    return undefined;
  }

  /** Whether items from `at` on can fill the list up to `end`, the place of the closing text. */
  function fills(scan: Scan, at: number, end: number): boolean {
    const known = scan.known(shape, end);
    const stack: { readonly at: number; readonly ends: Iterator<number> }[] = [];
    const visit = (start: number): void => {
      known.set(start, false);
      stack.push({ at: start, ends: item.ends(scan, start)[Symbol.iterator]() });
    };
    if (!known.has(at)) visit(at);
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const next = top.ends.next();
      if (next.done === true) {
        stack.pop();
        continue;
      }
      scan.spend();
      const start = next.value < end ? afterSeparator(scan, next.value) : undefined;
      if (next.value === end || (start !== undefined && known.get(start) === true)) {
        for (const frame of stack) known.set(frame.at, true);
        return true;
      }
      if (start !== undefined && start <= end && !known.has(start)) visit(start);
    }
    return known.get(at) === true;
  }

  function* steps(scan: Scan, at: number, end: number): Generator<{ end: number; value: Item }> {
    for (const next of item.ends(scan, at)) {
      scan.spend();
      if (next > end) continue;
      const start = next === end ? undefined : afterSeparator(scan, next);
      if (next !== end && (start === undefined || !fills(scan, start, end))) continue;
      for (const value of item.values(scan, at, next)) yield { end: next, value };
    }
  }

  function* values(scan: Scan, at: number, end: number): Generator<T> {
    const first = at + open.length;
    const last = end - close.length;
    if (first === last) yield* made([]);
    if (!fills(scan, first, last)) return;
    const items: Item[] = [];
    const stack: Frame<Item>[] = [{ steps: steps(scan, first, last), end: first }];
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const next = top.steps.next();
      if (next.done === true) {
        stack.pop();
        continue;
      }
      scan.spend();
      top.end = next.value.end;
      items[stack.length - 1] = next.value.value;
      items.length = stack.length;
      if (shape.begins?.(items) === false) continue;
      if (top.end === last) {
        yield* made([...items]);
      } else {
        const start = top.end + separator.length;
        stack.push({ steps: steps(scan, start, last), end: start });
      }
    }
  }

  function* made(items: readonly Item[]): Generator<T> {
    const value = shape.make(items);
    if (value !== undefined) yield value;
  }

  return {
    starts,
    ends: (scan, at) => (starts(scan, at) ? ends(scan, at) : []),
    reaches(scan, at, end) {
      if (!starts(scan, at)) return false;
      const first = at + open.length;
      const last = end - close.length;
      if (last < first || !scan.text.startsWith(close, last)) return false;
      return first === last || fills(scan, first, last);
    },
    values: (scan, at, end) => values(scan, at, end),
  };
}

import type { Rule } from './rule.ts';
import type { Scan } from './scan.ts';

/** Items of a list that are made for the work of one step: a hostile text has many long lists that are refused. */
const ITEMS_A_STEP = 32;

/** How a list is written. */
export interface ListShape<Item, T> {
  readonly open: string;
  readonly separator: string;
  readonly close: string;
  readonly item: Rule<Item>;
  /** Makes the value of a list; `undefined` refuses it. */
  readonly make: (items: readonly Item[]) => T | undefined;
  /** For lists whose items stand in an order of their own. Default: any order. */
  readonly order?: Order<Item>;
}

/** An order that lists keep from some length on. */
export interface Order<Item> {
  /** Shorter lists are in any order. */
  readonly from: number;
  /** What the stretch from `at` to `end` may stand for behind another item. */
  readonly behind: (scan: Scan, at: number, end: number, before: Item) => Iterable<Item>;
}

interface Frame<Item> {
  readonly steps: Iterator<{ readonly end: number; readonly value: Item }>;
  end: number;
}

interface Limits<Item> {
  readonly least: number;
  readonly most: number;
  readonly order?: Order<Item>;
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

  function* steps(
    scan: Scan,
    at: number,
    end: number,
    itemValues: (next: number) => Iterable<Item>,
  ): Generator<{ readonly end: number; readonly value: Item }> {
    for (const next of item.ends(scan, at)) {
      scan.spend();
      if (next > end) continue;
      const start = next === end ? undefined : afterSeparator(scan, next);
      if (next !== end && (start === undefined || !fills(scan, start, end))) continue;
      for (const value of itemValues(next)) yield { end: next, value };
    }
  }

  /** Items of the likeliest way through, whatever their order. */
  function naturalLength(scan: Scan, at: number, end: number): number {
    let length = 0;
    for (let start: number | undefined = at; start !== undefined; length += 1) {
      let next: number | undefined;
      for (const found of item.ends(scan, start)) {
        if (found === end) return length + 1;
        next = found < end ? afterSeparator(scan, found) : undefined;
        if (next !== undefined && fills(scan, next, end)) break;
      }
      start = next;
    }
    return length;
  }

  function* values(scan: Scan, at: number, end: number): Generator<T> {
    const first = at + open.length;
    const last = end - close.length;
    if (first === last) yield* made([]);
    if (!fills(scan, first, last)) return;
    const { order } = shape;
    if (order === undefined) return yield* arrangements(scan, first, last, { least: 0, most: Infinity });
    const ordered = { least: order.from, most: Infinity, order };
    const short = { least: 0, most: order.from - 1 };
    const passes = naturalLength(scan, first, last) < order.from ? [short, ordered] : [ordered, short];
    for (const pass of passes) if (pass.most > 0) yield* arrangements(scan, first, last, pass);
  }

  /** The ways to divide a stretch into items, within limits, and the values of each. */
  function* arrangements(scan: Scan, first: number, last: number, limits: Limits<Item>): Generator<T> {
    const items: Item[] = [];
    const frame = (at: number): Frame<Item> => {
      const before = items.at(-1);
      const { order } = limits;
      const itemValues =
        order === undefined || before === undefined
          ? (next: number) => item.values(scan, at, next)
          : (next: number) => order.behind(scan, at, next, before);
      return { steps: steps(scan, at, last, itemValues), end: at };
    };
    const stack = [frame(first)];
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const next = top.steps.next();
      items.length = stack.length - 1;
      if (next.done === true) {
        stack.pop();
        continue;
      }
      scan.spend();
      top.end = next.value.end;
      items.push(next.value.value);
      if (top.end === last) {
        scan.spend(Math.ceil(items.length / ITEMS_A_STEP));
        if (items.length >= limits.least) yield* made([...items]);
      } else if (items.length < limits.most) {
        stack.push(frame(top.end + separator.length));
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

import type { SetSource } from '../data/element.ts';
import type { Element } from './event-set.ts';
import type { SetItem } from './item.ts';
import { sameSet } from './same-set.ts';
import { ScalaHeap } from './scala-heap.ts';

export type Order = (a: SetItem, b: SetItem) => number;

/** An element and the number of the stream that it came from. */
export interface Arrival {
  readonly element: Element;
  readonly stream: number;
}

/**
 * Merges streams that are each in order (or against it). Gives the equal elements of all streams together, the latest
 * arrival first: breadth first over the streams, within such a slice as the core's heap has them.
 */
export function* mergedGroups(
  streams: readonly Iterable<Element>[],
  order: Order,
  ascending: boolean,
): Iterable<readonly Arrival[]> {
  let group: Arrival[] = [];
  for (const arrival of merged(streams, order, ascending)) {
    const [last] = group;
    if (last !== undefined && order(last.element.item, arrival.element.item) !== 0) {
      yield group;
      group = [];
    }
    group.unshift(arrival);
  }
  if (group.length > 0) yield group;
}

/** Merges streams; of equal elements one is kept, with the sources of all. */
export function* mergedElements(
  streams: readonly Iterable<Element>[],
  order: Order,
  ascending: boolean,
): Iterable<Element> {
  for (const group of mergedGroups(streams, order, ascending)) {
    const [last] = group;
    if (last !== undefined) yield { item: last.element.item, sources: sourcesOf(group) };
  }
}

/** The sources of a group, each once. */
export function sourcesOf(group: readonly Arrival[]): readonly SetSource[] {
  const sources: SetSource[] = [];
  for (const { element } of group)
    for (const source of element.sources)
      if (!sources.some((known) => sameSet(known, source))) sources.push(source);
  return sources;
}

/** The arrivals of one stream of a group: of the stream with the fewest or most of them, the first of equal ones. */
export function oneStreamOf(group: readonly Arrival[], which: 'fewest' | 'most'): readonly Element[] {
  const streams = new Map<number, Element[]>();
  for (const { element, stream } of group) {
    const elements = streams.get(stream);
    if (elements === undefined) streams.set(stream, [element]);
    else elements.push(element);
  }
  const byNumber = [...streams].sort(([a], [b]) => a - b).map(([, elements]) => elements);
  return byNumber.reduce((best, elements) => {
    const better = which === 'most' ? best.length < elements.length : best.length > elements.length;
    return better ? elements : best;
  });
}

interface Stream {
  readonly number: number;
  readonly rest: Iterator<Element>;
  /** `undefined`: the stream has ended. */
  head: Element | undefined;
}

/** All elements of all streams in order. */
export function* merged(
  streams: readonly Iterable<Element>[],
  order: Order,
  ascending: boolean,
): Iterable<Arrival> {
  const directed: Order = ascending ? order : (a, b) => order(b, a);
  const heap = new ScalaHeap<Stream>((a, b) => {
    if (a.head !== undefined && b.head !== undefined) return directed(b.head.item, a.head.item);
    // Streams that have ended come out first, and are not put back.
    return Number(a.head === undefined) - Number(b.head === undefined);
  });
  for (const [number, stream] of streams.entries())
    heap.add(advanced({ number, rest: stream[Symbol.iterator](), head: undefined }));
  for (let first = heap.take(); first !== undefined; first = heap.take()) {
    const { head } = first;
    if (head === undefined) continue;
    const slice = [first, ...equalStreams(head, heap, directed)];
    for (const { head: element, number } of slice)
      if (element !== undefined) yield { element, stream: number };
    for (const stream of slice) heap.add(advanced(stream));
  }
}

/** Takes out the streams whose heads are equal to an element; the last one taken is first. */
function equalStreams({ item }: Element, heap: ScalaHeap<Stream>, order: Order): Stream[] {
  const found: Stream[] = [];
  for (let stream = heap.take(); stream !== undefined; stream = heap.take()) {
    if (stream.head === undefined || order(stream.head.item, item) !== 0) {
      heap.add(stream);
      return found;
    }
    found.unshift(stream);
  }
  return found;
}

function advanced(stream: Stream): Stream {
  const next = stream.rest.next();
  stream.head = next.done === true ? undefined : next.value;
  return stream;
}

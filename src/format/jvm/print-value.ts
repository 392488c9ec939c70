import {
  instant,
  instantText,
  type Entry,
  type RefValue,
  type UnsaidValue,
  type Value,
} from '../../value/index.ts';
import { replaceLoneSurrogates } from '../shared/lone-surrogates.ts';

/** Where the printers of the two JVM drivers differ. */
export interface JvmPrinter {
  readonly nullWord: string;
  readonly container: 'class' | 'collection';
  readonly doubleText: (value: number) => string;
  readonly query: (value: Value & { readonly kind: 'query' }) => string;
  /** The order in which the driver's map hands out its entries. */
  readonly order: (entries: readonly Entry[]) => readonly Entry[];
}

/**
 * Models `Value.toString` of a decoded value. Of alternatives, which all print alike, it prints the first.
 * @throws TypeError for a part that says nothing, which no reading of these formats has.
 */
export function printJvmValue(value: Value, printer: JvmPrinter): string {
  const print = (inner: Value): string => printJvmValue(inner, printer);
  const object = (entries: readonly Entry[]): string =>
    `{${printer
      .order(entries)
      .map(([key, inner]) => `${replaceLoneSurrogates(key, '?')}: ${print(inner)}`)
      .join(', ')}}`;

  switch (value.kind) {
    case 'null':
      return printer.nullWord;
    case 'boolean':
      return String(value.value);
    case 'long':
      return value.value.toString();
    case 'double':
    case 'number':
      return finiteOr(value.value, printer.doubleText);
    case 'string':
      return `"${replaceLoneSurrogates(value.value, '?')}"`;
    case 'bytes':
      return `[${[...value.value].map((byte) => `0x${byte.toString(16).padStart(2, '0')}`).join(' ')}]`;
    case 'array':
      return `[${value.items.map(print).join(', ')}]`;
    case 'object':
      return object(value.entries);
    case 'ref':
      return refText(value, printer.container);
    case 'ts':
      return timeText(value.text);
    case 'date':
      return value.text;
    case 'uuid':
      // No driver decodes `@uuid`: it stays an object with one member (seen 4.5.0).
      return `{@uuid: "${value.text}"}`;
    case 'set':
      return `{@set = ${object(value.entries)}}`;
    case 'query':
      return printer.query(value);
    case 'opaque':
      return `QueryV(${value.text})`;
    case 'oneOf': {
      const [first] = value.options;
      if (first !== undefined) return print(first);
      throw new TypeError('No option to print.');
    }
    case 'unsaid':
      throw new TypeError(`A value that says nothing (${value.why}) has no print.`);
  }
}

/** Java's words for what is not finite are JavaScript's. */
export function finiteOr(value: number, doubleText: (value: number) => string): string {
  return Number.isFinite(value) ? doubleText(value) : String(value);
}

/** `java.time.Instant` prints a fraction of 0, 3, 6 or 9 digits. */
export function timeText(text: string): string {
  const time = instant(text);
  return time === undefined ? text : instantText(time);
}

/** `ref(id = "1", collection = ref(…), database = ref(…))`, also for the texts of class names, `RefV(…)`. */
export function refText(
  value: RefValue | UnsaidValue,
  container: 'class' | 'collection',
  name: 'ref' | 'RefV' = 'ref',
): string {
  if (value.kind === 'unsaid' || typeof value.id !== 'string')
    throw new TypeError('A ref that is not wholly known has no print.');
  const part = (member: string, inner: RefValue | UnsaidValue | undefined): string =>
    inner === undefined ? '' : `, ${member} = ${refText(inner, container, name)}`;
  const id = replaceLoneSurrogates(value.id, '?');
  return `${name}(id = "${id}"${part(container, value.collection)}${part('database', value.database)})`;
}

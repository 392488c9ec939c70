import type { OpaqueValue } from '../../../value/index.ts';
import { ReadFailure } from '../../shared/read-failure.ts';
import { TextReader } from '../../shared/text-reader.ts';
import { MOST_CUT } from './most-cut.ts';
import { readInspected, type Inspected } from '../read/read-inspected.ts';
import {
  BytesSpecial,
  DateSpecial,
  QuerySpecial,
  RefSpecial,
  SetSpecial,
  TextSpecial,
  TimeSpecial,
} from './specials.ts';

/** Texts of objects that do not print themselves: `Query { value: … }`, `{ '@query': … }`. */
const TREE = /^(?:Query |SetRef )?\{/;

/** What prints as a set or query of which only the text is known. Only Node.js writes objects so; others' texts stay as they are. */
export function decodeOpaque({ of, format, text }: OpaqueValue): unknown {
  const isInspected = format.startsWith('js/') && TREE.test(text);
  return (isInspected ? treeOf(text) : undefined) ?? new TextSpecial(text, of);
}

function treeOf(text: string): unknown {
  try {
    const reader = new TextReader(text);
    const inspected = readInspected(reader);
    reader.end();
    return decodedOf(inspected);
  } catch (cause) {
    if (cause instanceof ReadFailure || cause instanceof RangeError) return undefined;
    throw cause;
  }
}

function decodedOf(inspected: Inspected): unknown {
  switch (inspected.kind) {
    case 'string':
      return inspected.value + 'x'.repeat(inspected.cut ?? 0);
    case 'array': {
      const items = inspected.items.map(decodedOf);
      if ((inspected.more ?? 0) > MOST_CUT) throw new RangeError('Invalid array length');
      const padding = Array.from({ length: inspected.more ?? 0 }, () => 0);
      return inspected.className === undefined
        ? [...items, ...padding]
        : Uint8Array.from([...items, ...padding], Number);
    }
    case 'word':
      return wordOf(inspected.text);
    case 'object': {
      const object = Object.fromEntries(
        [...inspected.members].map(([key, value]) => [key, decodedOf(value)] as const),
      );
      return inspected.className === undefined ? object : specialOf(inspected.className, object['value']);
    }
  }
}

function wordOf(text: string): unknown {
  switch (text) {
    case 'null':
      return null;
    case 'undefined':
      return undefined;
    case 'true':
      return true;
    case 'false':
      return false;
    default:
      return text.startsWith('[') ? new TextSpecial(text) : Number(text);
  }
}

function specialOf(className: string, value: unknown): unknown {
  switch (className) {
    case 'Ref':
      return new RefSpecial(value);
    case 'SetRef':
      return new SetSpecial(value);
    case 'Query':
      return new QuerySpecial(value);
    case 'Bytes':
      return value instanceof Uint8Array || value instanceof TextSpecial
        ? new BytesSpecial(value)
        : undefined;
    case 'FaunaTime':
      return typeof value === 'string' ? new TimeSpecial(value) : undefined;
    default:
      return new DateSpecial(value);
  }
}

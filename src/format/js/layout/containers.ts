import type { Traits } from './profile.ts';
import type { Shown, ShownContainer } from './shown.ts';

/** One entry of a container: a value to be written, after its key if it is a member, or a text of its own. */
export type Part =
  | { readonly key?: string; readonly value: Shown; readonly text?: undefined }
  | { readonly key?: undefined; readonly text: string };

/** Whether there is nothing in a container; Node.js 6 and 8 take no `Uint8Array` for empty, and may elide one. */
export function isEmpty(shown: ShownContainer, traits: Traits): boolean {
  return lengthOf(shown) === 0 && !(shown.kind === 'bytes' && traits.bytes === 'named');
}

/** What there is to print of a container, with a count of the items that are too many. */
export function containerParts(shown: ShownContainer, traits: Traits): readonly Part[] {
  if (shown.kind === 'object') return shown.entries.map(([key, value]) => ({ key, value }));
  const values: readonly Shown[] =
    shown.kind === 'array'
      ? shown.items.slice(0, traits.maxItems)
      : Array.from(shown.bytes.slice(0, traits.maxItems));
  if (shown.kind === 'bytes' && traits.bytes === 'object')
    return values.map((value, index) => ({ key: String(index), value }));
  const cut = lengthOf(shown) - values.length;
  const parts = values.map((value) => ({ value }));
  return cut > 0 ? [...parts, { text: `... ${cut} more item${cut > 1 ? 's' : ''}` }] : parts;
}

/** The opening bracket, with the name that stands before it, and the closing one. */
export function openingOf(shown: ShownContainer, traits: Traits): readonly [open: string, close: string] {
  const name = nameOf(shown, traits);
  const before = name === '' ? '' : `${name} `;
  const isObject = shown.kind === 'object' || (shown.kind === 'bytes' && traits.bytes === 'object');
  return isObject ? [`${before}{`, '}'] : [`${before}[`, ']'];
}

/** A container without anything in it. */
export function emptyText(shown: ShownContainer, traits: Traits): string {
  return openingOf(shown, traits).join('');
}

/** What stands for a container that is nested too deep. */
export function elidedText(shown: ShownContainer, traits: Traits): string {
  switch (traits.elided) {
    case 'object':
      return '[Object]';
    case 'kind':
      return shown.kind === 'array' ? '[Array]' : '[Object]';
    case 'class':
    case 'prefix':
      if (shown.kind === 'array') return '[Array]';
      if (shown.kind === 'bytes') return '[Uint8Array]';
      if (shown.className === null) return traits.elided === 'prefix' ? traits.noPrototype : '[Object]';
      return `[${shown.className ?? 'Object'}]`;
  }
}

function nameOf(shown: ShownContainer, traits: Traits): string {
  switch (shown.kind) {
    case 'array':
      return '';
    case 'bytes':
      return traits.bytes === 'counted' ? `Uint8Array(${shown.bytes.length})` : 'Uint8Array';
    case 'object':
      return shown.className === null ? traits.noPrototype : (shown.className ?? '');
  }
}

function lengthOf(shown: ShownContainer): number {
  switch (shown.kind) {
    case 'array':
      return shown.items.length;
    case 'bytes':
      return shown.bytes.length;
    case 'object':
      return shown.entries.length;
  }
}

import type { RefValue, UnsaidValue, Value } from '../value/index.ts';

/** Characters that formats build structure of. */
const STRUCTURE = /[{}[\]()<>"'=,:]/g;
const QUOTES = ['"', "'", '`'];

/** Strings that are looked for in the text. */
const MOST_SOUGHT = 64;

/**
 * How odd a reading of a text is: the number of characters of structure that it takes for content of keys, ids and strings
 * without quotes, and of pieces that it keeps as text. Formats without quotes read almost anything so: `[1, 2]` as the strings `1,` and `2`. Of two formats that
 * fit a text, the one whose reading is less odd is likelier.
 */
export function oddity(value: Value, text: string): number {
  let sum = 0;
  let sought = 0;
  const count = (content: string): void => {
    const odd = content.match(STRUCTURE)?.length ?? 0;
    if (odd === 0) return;
    sought += 1;
    if (sought > MOST_SOUGHT || !QUOTES.some((quote) => text.includes(`${quote}${content}${quote}`)))
      sum += odd;
  };
  // A stack of our own: values are nested as deeply as texts can be.
  const left: (Value | RefValue | UnsaidValue)[] = [value];
  for (let one = left.pop(); one !== undefined; one = left.pop()) {
    switch (one.kind) {
      case 'string':
        count(one.value);
        break;
      case 'array':
        for (const item of one.items) left.push(item);
        break;
      case 'object':
      case 'set':
        for (const [key, item] of one.entries) {
          count(key);
          left.push(item);
        }
        break;
      case 'ref':
        if (typeof one.id === 'string') count(one.id);
        if (one.collection !== undefined) left.push(one.collection);
        if (one.database !== undefined) left.push(one.database);
        break;
      case 'oneOf': {
        // The first option is the likeliest.
        const [first] = one.options;
        if (first !== undefined) left.push(first);
        break;
      }
      case 'opaque':
        // Text that was not understood.
        sum += 1;
        break;
      default:
    }
  }
  return sum;
}

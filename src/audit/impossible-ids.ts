import type { RefValue, Value } from '../value/index.ts';

/** What the database takes as a name, and as an id (spec/formats 19.7). */
const NAME = /^[;@+$\-.!~%\w]+$/;

/**
 * How many refs in a value have an id that no database has: a reader of a format that does not escape takes
 * `1", collection = ref(id = "tokens` for one, where it was looking for another generation's words.
 */
export function impossibleIds(value: Value): number {
  let sum = 0;
  const waiting: Value[] = [value];
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
    switch (one.kind) {
      case 'array':
        for (const item of one.items) waiting.push(item);
        break;
      case 'object':
      case 'set':
        for (const [, item] of one.entries) waiting.push(item);
        break;
      case 'oneOf': {
        // The likeliest of them.
        const [first] = one.options;
        if (first !== undefined) waiting.push(first);
        break;
      }
      case 'ref':
        sum += inRef(one);
        break;
      default:
    }
  }
  return sum;
}

function inRef(ref: RefValue): number {
  let sum = 0;
  const waiting: RefValue[] = [ref];
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
    if (typeof one.id === 'string' && !NAME.test(one.id)) sum += 1;
    for (const part of [one.collection, one.database]) if (part?.kind === 'ref') waiting.push(part);
  }
  return sum;
}

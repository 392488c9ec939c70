import {
  firstDifference,
  fromWire,
  pathText,
  show,
  type Json,
  type RefValue,
  type Value,
} from '../value/index.ts';
import type { Expected, Property, Seen } from './scenario.ts';

/** The answer is this value, wherever the expectation says something. */
export function is(expected: Value): Expected {
  return value({
    name: `is ${show(expected)}`,
    violation: (answer) => {
      const difference = firstDifference(expected, answer);
      return difference && `differs at ${pathText(difference.path)} (${difference.what})`;
    },
  });
}

export function value(...properties: readonly Property[]): Expected {
  return { kind: 'value', properties };
}

/** A value that is a token with its secret. */
export function token(...properties: readonly Property[]): Expected {
  return { kind: 'value', properties, token: true };
}

export function error(
  status: number,
  code: string,
  more: { readonly description?: string; readonly position?: readonly (string | number)[] } = {},
): Expected {
  return { kind: 'error', status, code, ...more };
}

/** The members of the answer, in this order and no others. */
export function members(...keys: readonly string[]): Property {
  return {
    name: `has the members ${keys.join(', ')}`,
    violation: (answer) => {
      if (answer.kind !== 'object') return `is no object but ${answer.kind}`;
      const found = answer.entries.map(([key]) => key).join(', ');
      return found === keys.join(', ') ? undefined : `has the members ${found}`;
    },
  };
}

/** The member at `path` equals what an earlier step's answer has at another path. */
export function same(path: readonly string[], earlier: (seen: Seen) => Json, what: string): Property {
  return {
    name: `has ${what} at ${path.join('.') || 'its root'}`,
    violation: (answer, seen) => {
      const found = at(answer, path);
      if (found === undefined) return `has nothing at ${path.join('.')}`;
      return firstDifference(fromWire(earlier(seen)), found) && `has another value at ${path.join('.')}`;
    },
  };
}

/** The ref at `path` is a document of that native or user collection. */
export function refIn(path: readonly string[], collection: string): Property {
  return {
    name: `has a ref in ${collection} at ${path.join('.') || 'its root'}`,
    violation: (answer) => {
      const found = at(answer, path);
      if (found?.kind !== 'ref') return `has no ref at ${path.join('.')}`;
      return collectionOf(found) === collection ? undefined : `has a ref in ${collectionOf(found)}`;
    },
  };
}

/** No member of these names anywhere in the answer. */
export function never(...keys: readonly string[]): Property {
  const holds = (answer: Value): boolean => {
    if (answer.kind === 'array') return answer.items.every(holds);
    if (answer.kind !== 'object') return true;
    return answer.entries.every(([key, inner]) => !keys.includes(key) && holds(inner));
  };
  return {
    name: `never shows ${keys.join(' or ')}`,
    violation: (answer) => (holds(answer) ? undefined : `shows ${keys.join(' or ')}`),
  };
}

/** A page with exactly so many elements. */
export function pageOf(count: number): Property {
  return {
    name: `is a page of ${count}`,
    violation: (answer) => {
      const data = at(answer, ['data']);
      if (data?.kind !== 'array') return 'is no page';
      return data.items.length === count ? undefined : `is a page of ${data.items.length}`;
    },
  };
}

/** The member of a value at a path of keys. */
export function at(answer: Value, path: readonly string[]): Value | undefined {
  let here: Value | undefined = answer;
  for (const key of path)
    here = here?.kind === 'object' ? here.entries.find(([name]) => name === key)?.[1] : undefined;
  return here;
}

function collectionOf(ref: RefValue): string {
  const { collection } = ref;
  if (collection?.kind !== 'ref') return 'no collection';
  return typeof collection.id === 'string' ? collection.id : 'an unsaid collection';
}

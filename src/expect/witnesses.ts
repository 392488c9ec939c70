import {
  firstDifference,
  jsonDifference,
  pathText,
  show,
  toTagged,
  writeJson,
  type Difference,
  type Json,
  type Value,
} from '../value/index.ts';
import type { Finding, Move } from './finding.ts';

/** The driver's query builder must send what was asked, once; `requests` are those that reached the backend. */
export function requestFinding(asked: Json, requests: readonly (Json | undefined)[]): Finding | undefined {
  if (requests.length === 0)
    return { move: 'query builder', shape: 'nothing was sent', detail: 'No request reached the backend.' };
  if (requests.length > 1)
    return {
      move: 'query builder',
      shape: 'sent more than once',
      detail: `${requests.length} requests reached the backend; a query that writes would have written as often.`,
    };
  const [sent] = requests;
  if (sent === undefined)
    return {
      move: 'query builder',
      shape: 'sent no JSON',
      detail: 'The request that reached the backend is no JSON.',
    };
  const path = jsonDifference(asked, sent);
  if (path === undefined) return undefined;
  return {
    move: 'query builder',
    shape: `sends another ${JSON.stringify(path.findLast((part) => typeof part === 'string') ?? 'query')}`,
    place: placeText(path),
    detail: `At ${pathText(path)}: asked ${writeJson(asked)}, sent ${writeJson(sent)}.`,
    left: writeJson(asked),
    right: writeJson(sent),
    sides: ['asked', 'sent'],
  };
}

/** What the driver decoded must agree with what the database answered. */
export function decodedFinding(answered: Value, decoded: Value): Finding | undefined {
  const difference =
    firstDifference(answered, decoded) ?? rounded(answered, decoded, []) ?? silence(answered, decoded, []);
  return difference && fromDifference('decoder', difference, 'answered', 'decoded');
}

/**
 * The first place of which a shim says that the driver's API does not show it. Silence agrees with everything, so a shim
 * that says nothing would be right about every answer; where a driver really shows nothing, that is a divergence to know.
 */
function silence(answered: Value, decoded: Value, path: Difference['path']): Difference | undefined {
  if (decoded.kind === 'unsaid') return { path, left: answered, right: decoded, what: 'missing' };
  if (answered.kind === 'array' && decoded.kind === 'array')
    return firstOf(answered.items, (item, index) => {
      const other = decoded.items[index];
      return other && silence(item, other, [...path, index]);
    });
  if ((answered.kind === 'object' || answered.kind === 'set') && decoded.kind === answered.kind)
    return firstOf(answered.entries, ([key, value]) => {
      const other = decoded.entries.find(([name]) => name === key)?.[1];
      return other && silence(value, other, [...path, key]);
    });
  if (answered.kind !== 'ref' || decoded.kind !== 'ref') return undefined;
  if (typeof decoded.id !== 'string')
    return { path: [...path, 'id'], left: answered, right: decoded.id, what: 'missing' };
  return firstOf(['collection', 'database'] as const, (part) => {
    const [left = UNANSWERED, right] = [answered[part], decoded[part]];
    return right && silence(left, right, [...path, part]);
  });
}

const UNANSWERED: Value = { kind: 'unsaid', why: 'not answered' };

/**
 * The first long that the driver holds as another number. Comparison lets a `number` agree with every long that rounds to
 * it, since a print can say no more; of what was decoded the exact value is known.
 */
function rounded(answered: Value, decoded: Value, path: Difference['path']): Difference | undefined {
  if (answered.kind === 'long' && decoded.kind === 'number')
    return BigInt(decoded.value) === answered.value
      ? undefined
      : { path, left: answered, right: decoded, what: 'value' };
  if (answered.kind === 'array' && decoded.kind === 'array')
    return firstOf(answered.items, (item, index) => {
      const other = decoded.items[index];
      return other && rounded(item, other, [...path, index]);
    });
  if ((answered.kind === 'object' || answered.kind === 'set') && decoded.kind === answered.kind)
    return firstOf(answered.entries, ([key, value]) => {
      const other = decoded.entries.find(([name]) => name === key)?.[1];
      return other && rounded(value, other, [...path, key]);
    });
  return undefined;
}

function firstOf<Item>(
  items: readonly Item[],
  look: (item: Item, index: number) => Difference | undefined,
): Difference | undefined {
  for (const [index, item] of items.entries()) {
    const found = look(item, index);
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * Some reading of the print must agree with what the format can say of the decoded value. The nearest reading is the
 * first; its difference is reported.
 */
export function printedFinding(said: Value, readings: readonly Value[]): Finding | undefined {
  let first: Difference | undefined;
  for (const reading of readings) {
    const difference = firstDifference(said, reading);
    if (difference === undefined) return undefined;
    first ??= difference;
  }
  return first && fromDifference('printer', first, 'decoded', 'printed');
}

/** The masked print must be the text that the model of the driver's printer writes. */
export function modelFinding(expected: string, printed: string): Finding | undefined {
  if (expected === printed) return undefined;
  let at = 0;
  while (at < expected.length && expected[at] === printed[at]) at++;
  const around = (text: string): string => JSON.stringify(text.slice(Math.max(0, at - 20), at + 20));
  return {
    move: 'our parser',
    shape: 'print differs from the model',
    detail: `From character ${at}: the model writes ${around(expected)}, the driver printed ${around(printed)}.`,
    left: expected,
    right: printed,
    sides: ['the model writes', 'the driver printed'],
  };
}

/** The same value printed twice must give the same bytes. */
export function stabilityFinding(first: Uint8Array, second: Uint8Array): Finding | undefined {
  if (Buffer.compare(first, second) === 0) return undefined;
  return {
    move: 'printer',
    shape: 'one value, two texts',
    detail: 'The second print of the same value differs.',
  };
}

/** Two drivers must agree wherever both of their prints say something. */
export function agreementFinding(mine: Value, theirs: Value, other: string): Finding | undefined {
  const difference = firstDifference(mine, theirs);
  if (difference === undefined) return undefined;
  return fromDifference('printer', difference, 'this driver', other);
}

/** A finding for a difference of two values; the shape keeps the kinds of both sides, and drops what changes from run to run. */
export function fromDifference(move: Move, difference: Difference, left: string, right: string): Finding {
  const side = (value: Value | undefined): string => (value === undefined ? 'nothing' : show(value));
  const kind = (value: Value | undefined): string => value?.kind ?? 'nothing';
  return {
    move,
    shape: `${difference.what}: ${kind(difference.left)} ≠ ${kind(difference.right)}`,
    place: placeText(difference.path),
    detail: `At ${pathText(difference.path)}: ${left} ${side(difference.left)}, ${right} ${side(difference.right)}.`,
    ...(difference.left === undefined ? {} : { left: toTagged(difference.left) }),
    ...(difference.right === undefined ? {} : { right: toTagged(difference.right) }),
    sides: [left, right],
  };
}

/** A path without the numbers of list elements, which are chance in generated values. */
function placeText(path: readonly (string | number)[]): string {
  return pathText(path).replaceAll(/\[\d+\]/g, '[]');
}

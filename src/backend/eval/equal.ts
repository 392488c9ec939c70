import type { Action } from '../data/action.ts';
import { isArray, isTagged, type Data, type Tagged } from '../data/data.ts';
import { lookUp } from './scope.ts';
import { Bytes } from '../data/bytes.ts';
import { DateValue } from '../data/date.ts';
import { Lambda } from '../data/lambda.ts';
import { Obj } from '../data/obj.ts';
import { Ref } from '../data/ref.ts';
import { Time } from '../data/time.ts';
import { Uuid } from '../data/uuid.ts';

/**
 * Equality inside values, and of them where no rule of `equals` itself applies: types must agree (1 and 1.0 differ),
 * objects are equal whatever the order of their keys, lambdas by their text, actions equal the strings they show (and,
 * by an old quirk, `create` equals `update` and `add`; `delete` equals `remove`).
 */
export function equal(a: Data, b: Data): boolean {
  if (a === b) return true;
  if (isTagged(a) && a.kind === 'action') return actionEquals(a.action, b);
  if (isTagged(b) && b.kind === 'action') return actionEquals(b.action, a);
  if (isArray(a)) return isArray(b) && arraysEqual(a, b);
  return isTagged(a) && isTagged(b) && taggedEqual(a, b);
}

function actionEquals(action: Action, other: Data): boolean {
  if (isTagged(other)) return other.kind === 'action' && other.action === action;
  if (other === 'create') return action === 'create' || action === 'update' || action === 'add';
  if (other === 'delete') return action === 'delete' || action === 'remove';
  return other === action;
}

function arraysEqual(a: readonly Data[], b: readonly Data[]): boolean {
  return a.length === b.length && a.every((item, index) => equal(item, b[index] ?? null));
}

function taggedEqual(a: Tagged, b: Tagged): boolean {
  switch (a.kind) {
    case 'object':
      return b.kind === 'object' && objectsEqual(a, b);
    case 'bytes':
      return b.kind === 'bytes' && Buffer.compare(a.bytes, b.bytes) === 0;
    case 'time':
      return b.kind === 'time' && a.seconds === b.seconds && a.nanos === b.nanos;
    case 'date':
      return b.kind === 'date' && a.epochDay === b.epochDay;
    case 'uuid':
      return b.kind === 'uuid' && a.text === b.text;
    case 'ref':
      return b.kind === 'ref' && a.equals(b);
    case 'document':
      return b.kind === 'document' && a.ref.equals(b.ref) && a.ts === b.ts && equal(a.fields, b.fields);
    case 'page':
      return (
        b.kind === 'page' &&
        arraysEqual(a.data, b.data) &&
        equal(a.before ?? null, b.before ?? null) &&
        equal(a.after ?? null, b.after ?? null)
      );
    case 'lambda':
      return b.kind === 'lambda' && lambdasEqual(a, b);
    case 'set':
    case 'unresolved-ref':
    case 'element':
    case 'document-event':
    case 'set-event':
      return a.kind === b.kind && partsEqual(a, b);
    case 'action':
    case 'transaction-time':
      return a.kind === b.kind;
  }
}

function objectsEqual(a: Obj, b: Obj): boolean {
  if (a.entries.length !== b.entries.length) return false;
  return a.entries.every(([key, value]) => {
    const other = b.get(key);
    return other !== undefined && equal(value, other);
  });
}

/** Lambdas are equal when they are written the same and have captured the same. */
function lambdasEqual(a: Lambda, b: Lambda): boolean {
  return (
    partsEqual(a.pattern, b.pattern) &&
    partsEqual(a.body, b.body) &&
    a.free.length === b.free.length &&
    a.free.every((name) => b.free.includes(name) && equal(lookUp(a.captured, name), lookUp(b.captured, name)))
  );
}

/** Compares part by part what is no value itself: expressions, descriptions of sets; where a part stood does not count. */
function partsEqual(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (isValue(a) && isValue(b)) return equal(a, b);
  const [ours, theirs] = [partsOf(a), partsOf(b)];
  return (
    ours.length === theirs.length &&
    ours.every(([key, part], index) => theirs[index]?.[0] === key && partsEqual(part, theirs[index][1]))
  );
}

function partsOf(whole: object): readonly (readonly [string, unknown])[] {
  return Object.entries(whole).filter(([key, part]) => key !== 'position' && part !== undefined);
}

const VALUES = [Bytes, DateValue, Lambda, Obj, Ref, Time, Uuid];

function isValue(part: object): part is Bytes | DateValue | Lambda | Obj | Ref | Time | Uuid {
  return VALUES.some((kind) => part instanceof kind);
}

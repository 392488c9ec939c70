import { isArray, type Data, type Tagged } from '../data/data.ts';
import { Obj, type Entry } from '../data/obj.ts';
import { Ref } from '../data/ref.ts';
import { setAsObject } from './set-as-object.ts';
import { storedLambda } from '../eval/stored-lambda.ts';
import type { DocumentValue } from '../data/document.ts';
import type { Transaction } from '../store/store.ts';

/**
 * A value as the store keeps it: no nulls at any depth; sets, pages, documents and events become plain objects; the
 * transaction's time becomes a number (spec 2.2, 4.1). `undefined`: nothing is left of it.
 */
export function toStored(value: Data, transaction: Transaction): Data | undefined {
  if (value === null) return undefined;
  if (typeof value !== 'object') return value;
  if (isArray(value))
    return value.map((item) => toStored(item, transaction)).filter((item) => item !== undefined);
  return taggedToStored(value, transaction);
}

/** An object without its nulls. */
export function objectToStored({ entries }: Obj, transaction: Transaction): Obj {
  const kept: Entry[] = [];
  for (const [key, value] of entries) {
    const stored = toStored(value, transaction);
    if (stored !== undefined) kept.push([key, stored]);
  }
  return new Obj(kept);
}

function taggedToStored(value: Tagged, transaction: Transaction): Data {
  switch (value.kind) {
    case 'object':
      return objectToStored(value, transaction);
    case 'transaction-time':
      return transaction.commitTime;
    case 'action':
      return value.action;
    case 'document':
      return objectToStored(documentAsObject(value), transaction);
    case 'page': {
      const { before, after, data } = value;
      return objectToStored(Obj.of({ before, after, data }), transaction);
    }
    case 'document-event':
      return objectToStored(
        Obj.of({ ts: value.ts, action: value.action, document: value.ref, data: value.data }),
        transaction,
      );
    case 'set-event':
      return objectToStored(
        Obj.of({ ts: value.ts, action: value.action, document: value.ref, data: value.values }),
        transaction,
      );
    case 'element':
      return objectToStored(Obj.of({ value: value.value, sources: value.sources }), transaction);
    case 'set': {
      const plain = setAsObject(value.node, transaction);
      return plain.kind === 'object' ? objectToStored(plain, transaction) : plain;
    }
    case 'lambda':
      return storedLambda(value);
    case 'bytes':
    case 'date':
    case 'ref':
    case 'time':
    case 'unresolved-ref':
    case 'uuid':
      return value;
  }
}

/** A document as the object that it becomes inside another one. */
function documentAsObject({ ref, ts, fields }: DocumentValue): Obj {
  const collection = Ref.ofCollection(ref.scope, ref.collection);
  return new Obj([
    ['ref', ref],
    ['class', collection],
    ['collection', collection],
    ['ts', ts],
    ...fields.entries,
  ]);
}

import type { RefValue, Value } from '../../value/index.ts';

/** Native collections that `storableValue` refers to. */
const NATIVE = new Set(['collections', 'databases', 'indexes', 'functions', 'roles', 'tokens', 'keys']);
/** Native collections of documents whose ids are not looked up. */
const DOCUMENTS = new Set(['tokens', 'keys', 'credentials']);
const DOCUMENT_ID = /^[1-9]\d{0,18}$/;

/** Whether a value is one of those that `storableValue` makes: the database stores and answers it unchanged. */
export function isStorable(value: Value): boolean {
  switch (value.kind) {
    case 'boolean':
    case 'bytes':
    case 'date':
      return true;
    case 'long':
      return BigInt.asIntN(64, value.value) === value.value;
    case 'double':
      return Number.isFinite(value.value);
    case 'ts':
      return /^\d{4}-/.test(value.text);
    case 'string':
      return value.cut === undefined && isWellFormed(value.value);
    case 'array':
      return value.cut === undefined && value.items.every(isStorable);
    case 'object':
      return (
        new Set(value.entries.map(([key]) => key)).size === value.entries.length &&
        value.entries.every(([key, inner]) => isKey(key) && isStorable(inner))
      );
    case 'ref':
      return isStorableRef(value);
    // Nulls are dropped, sets and queries come back otherwise (spec/backend 2.2); the rest is not wholly known.
    case 'null':
    case 'number':
    case 'uuid':
    case 'set':
    case 'query':
    case 'opaque':
    case 'unsaid':
    case 'oneOf':
      return false;
  }
}

/** Keys with an `@` are escaped on the wire, which drivers decode each in its own way (spec/formats 17, item 2). */
function isKey(key: string): boolean {
  return !key.startsWith('@') && isWellFormed(key);
}

function isWellFormed(text: string): boolean {
  return !/\p{Cs}/u.test(text);
}

function isStorableRef({ id, collection, database }: RefValue): boolean {
  if (typeof id !== 'string' || database !== undefined) return false;
  if (collection === undefined) return NATIVE.has(id);
  if (collection.kind !== 'ref' || typeof collection.id !== 'string') return false;
  const isNative = collection.collection === undefined && collection.database === undefined;
  return isNative && DOCUMENTS.has(collection.id) && DOCUMENT_ID.test(id) && BigInt(id) < 2n ** 63n;
}

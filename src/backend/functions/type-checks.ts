/** Type checks (spec 4.11): any value, yes or no. */
import { any } from './casts.ts';
import {
  COLLECTIONS,
  CREDENTIALS,
  DATABASES,
  FUNCTIONS,
  INDEXES,
  KEYS,
  nativeName,
  ROLES,
  TOKENS,
  type CollectionId,
} from '../data/ids.ts';
import { form, type Form } from './form.ts';
import { isArray, isTagged, type Data, type Tagged } from '../data/data.ts';

export const typeCheckForms: readonly Form[] = [
  check('is_number', (value) => typeof value === 'bigint' || typeof value === 'number'),
  check('is_double', (value) => typeof value === 'number'),
  check('is_integer', (value) => typeof value === 'bigint'),
  check('is_boolean', (value) => typeof value === 'boolean'),
  check('is_null', (value) => value === null),
  check('is_bytes', (value) => isKind(value, 'bytes')),
  check('is_timestamp', (value) => isKind(value, 'time')),
  check('is_date', (value) => isKind(value, 'date')),
  check('is_uuid', (value) => isKind(value, 'uuid')),
  check('is_string', (value) => typeof value === 'string' || isKind(value, 'action')),
  check('is_array', isArray),
  check('is_object', (value) =>
    isKind(value, 'object', 'document', 'page', 'document-event', 'set-event', 'element'),
  ),
  check('is_ref', (value) => isKind(value, 'ref', 'unresolved-ref')),
  check('is_set', (value) => isKind(value, 'set') || isNativeCollection(value)),
  check('is_doc', (value) => isKind(value, 'document', 'ref')),
  check('is_lambda', (value) => isKind(value, 'lambda')),
  checkOf('is_collection', COLLECTIONS),
  checkOf('is_database', DATABASES),
  checkOf('is_index', INDEXES),
  checkOf('is_function', FUNCTIONS),
  checkOf('is_key', KEYS),
  checkOf('is_token', TOKENS),
  checkOf('is_credentials', CREDENTIALS),
  checkOf('is_role', ROLES),
];

function check(name: string, holds: (value: Data) => boolean): Form {
  return form({ params: { [name]: any }, run: ({ [name]: value = null }) => holds(value) });
}

/** A document of that collection, or the ref of one; whether it exists does not matter. */
function checkOf(name: string, collection: CollectionId): Form {
  return check(name, (value) => {
    if (!isTagged(value)) return false;
    const ref = value.kind === 'document' ? value.ref : value;
    return ref.kind === 'ref' && ref.collection === collection;
  });
}

function isKind(value: Data, ...kinds: readonly Tagged['kind'][]): boolean {
  return isTagged(value) && kinds.includes(value.kind);
}

function isNativeCollection(value: Data): boolean {
  return (
    isTagged(value) &&
    value.kind === 'ref' &&
    value.collection === COLLECTIONS &&
    nativeName(Number(value.id)) !== undefined
  );
}

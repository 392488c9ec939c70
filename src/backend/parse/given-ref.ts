import { both } from '../eval/both.ts';
import { collectionWord } from '../eval/version.ts';
import { documentId } from './document-id.ts';
import { expectedExpression, invalidExpression } from './parse-error.ts';
import { expectedText } from '../eval/argument-errors.ts';
import { isTagged, type Data } from '../data/data.ts';
import { NATIVE_COLLECTIONS } from '../data/ids.ts';
import { typeName } from '../data/type-name.ts';
import { UnresolvedRef, type GivenRef } from '../data/unresolved-ref.ts';
import type { ApiVersion } from '../core.ts';
import type { Obj } from '../data/obj.ts';
import type { Position } from '../data/position.ts';

/**
 * Reads the object form of a ref (spec 2.4): `id`, optional `class` or `collection`, optional `database`, nested ones with or
 * without their `@ref`. Nothing is looked up. Errors of the three parts are reported together.
 */
export function givenRef(value: Data, position: Position, version: ApiVersion): GivenRef {
  if (!isTagged(value) || value.kind !== 'object') throw expectedExpression(position, ['Ref'], value);
  if (value.entries.length === 1) {
    const inner = value.get('@ref');
    if (inner !== undefined) return givenRef(inner, position, version);
  }
  const parts = partsOf(value);
  if (parts === undefined) throw expectedExpression(position, ['Ref'], value);
  return build(parts, position, version);
}

interface Parts {
  readonly id: Data;
  readonly collection: Data | undefined;
  readonly database: Data | undefined;
}

function partsOf(object: Obj): Parts | undefined {
  const id = object.get('id');
  const inClass = object.get('class');
  const inCollection = object.get('collection');
  const database = object.get('database');
  const known = [id, inClass, inCollection, database].filter((part) => part !== undefined);
  if (id === undefined || known.length !== object.entries.length) return undefined;
  if (inClass !== undefined && inCollection !== undefined) return undefined;
  return { id, collection: inCollection ?? inClass, database };
}

function build({ id, collection, database }: Parts, position: Position, version: ApiVersion): GivenRef {
  const [key, [given, outer]] = both(
    () => idOf(id, position.at('id')),
    () =>
      both(
        () => nested(collection, 'Collection Ref', isCollection, position.at('class'), version),
        () => nested(database, 'Database Ref', isDatabase, position.at('database'), version),
      ),
  );
  if (given === undefined) return native(key, outer, position.at('id'), version);
  if (given.collection === undefined && isNamedIn(given.id, key))
    return { id: String(key), collection: given, database: outer };
  if (outer !== undefined)
    throw invalidExpression(position.at('database'), expectedText(['Null'], 'Database Ref'));
  if (key === 'self') return { id: key, collection: given };
  const number = typeof key === 'bigint' ? key : documentId(key);
  if (typeof number === 'string') throw invalidExpression(position.at('id'), number);
  return { id: String(number), collection: given };
}

function idOf(id: Data, position: Position): string | bigint {
  if (typeof id === 'string' || typeof id === 'bigint') return id;
  throw expectedExpression(position, ['String', 'Integer'], id);
}

function nested(
  value: Data | undefined,
  type: string,
  test: (ref: GivenRef) => boolean,
  position: Position,
  version: ApiVersion,
): GivenRef | undefined {
  if (value === undefined || value === null) return undefined;
  const ref = givenRef(value, position, version);
  if (test(ref)) return ref;
  throw invalidExpression(position, expectedText([type], typeName(new UnresolvedRef(ref))));
}

function native(id: Data, database: GivenRef | undefined, position: Position, version: ApiVersion): GivenRef {
  if (typeof id !== 'string') throw invalidExpression(position, expectedText(['String'], 'Number'));
  if (!NATIVE_COLLECTIONS.has(id))
    throw invalidExpression(
      position,
      `Valid native ${collectionWord(version)} name expected, '${id}' provided.`,
    );
  return { id: id === 'classes' ? 'collections' : id, database };
}

/** Documents of these are named, and may be in another database; those of `keys` have numbers and may be, too. */
function isNamedIn(collection: string, id: string | bigint): boolean {
  if (collection === 'keys') return typeof id === 'bigint';
  return typeof id === 'string' && NAMED.has(collection);
}

const NAMED: ReadonlySet<string> = new Set([
  'databases',
  'collections',
  'indexes',
  'functions',
  'roles',
  'access_providers',
]);

function isCollection({ collection }: GivenRef): boolean {
  return collection === undefined || (collection.id === 'collections' && collection.collection === undefined);
}

function isDatabase({ collection }: GivenRef): boolean {
  return collection?.id === 'databases' && collection.collection === undefined;
}

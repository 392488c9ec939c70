/** A ref as it was given, when a name in it does not resolve (spec 2.4, Input). Renders back as given. */
export class UnresolvedRef {
  readonly kind = 'unresolved-ref';
  readonly given: GivenRef;
  constructor(given: GivenRef) {
    this.given = given;
  }

  /** What an `invalid ref` error says is undefined. */
  get missing(): MissingName {
    return missingName(this.given);
  }
}

/**
 * The parts of a written ref: `{ id: 'tokens' }` is a native collection, `{ id: 'c', collection: { id: 'collections' } }`
 * a user collection. Native collections have their names of 2.7 (`collections`).
 */
export interface GivenRef {
  readonly id: string;
  readonly collection?: GivenRef | undefined;
  readonly database?: GivenRef | undefined;
}

/** `Ref refers to undefined <type> '<name>'`. */
export interface MissingName {
  readonly type: 'database' | 'collection' | 'index' | 'function' | 'role' | 'key' | 'access_provider';
  readonly name: string;
}

const TYPES: ReadonlyMap<string, MissingName['type']> = new Map([
  ['databases', 'database'],
  ['collections', 'collection'],
  ['indexes', 'index'],
  ['functions', 'function'],
  ['roles', 'role'],
  ['keys', 'key'],
  ['access_providers', 'access_provider'],
]);

function missingName({ id, collection, database }: GivenRef): MissingName {
  if (collection === undefined) return { type: 'database', name: database?.id ?? id };
  if (collection.collection !== undefined) return missingName(collection);
  return { type: TYPES.get(collection.id) ?? 'collection', name: id };
}

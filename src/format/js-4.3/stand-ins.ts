import { printExpression } from './print-expression.ts';
import { StandIn, asText } from './stand-in.ts';

/**
 * The driver's classes (faunadb 4.8.2, src/values.js). Members are `unknown` where the driver checks nothing.
 */
export class RefStandIn extends StandIn {
  readonly id: unknown;
  readonly collection: unknown;
  readonly database: unknown;
  constructor(id: unknown, collection?: unknown, database?: unknown) {
    super();
    this.id = id;
    this.collection = collection;
    this.database = database;
  }
  override toString(): string {
    return refText(this);
  }
}

export class SetStandIn extends StandIn {
  readonly value: unknown;
  constructor(value: unknown) {
    super();
    this.value = value;
  }
  override toString(): string {
    return printExpression(this.value);
  }
}

export class QueryStandIn extends StandIn {
  readonly value: unknown;
  constructor(value: unknown) {
    super();
    this.value = value;
  }
  override toString(): string {
    return `Query(${printExpression(this.value)})`;
  }
}

export class TimeStandIn extends StandIn {
  readonly text: string;
  constructor(text: string) {
    super();
    this.text = text;
  }
  override toString(): string {
    return `Time("${this.text}")`;
  }
}

export class DateStandIn extends StandIn {
  readonly text: string;
  constructor(text: string) {
    super();
    this.text = text;
  }
  override toString(): string {
    return `Date("${this.text}")`;
  }
}

export class BytesStandIn extends StandIn {
  readonly bytes: Uint8Array;
  constructor(bytes: Uint8Array) {
    super();
    this.bytes = bytes;
  }
  override toString(): string {
    return `Bytes("${Buffer.from(this.bytes).toString('base64')}")`;
  }
}

/** A set or query of which only the text is known; it prints as that. */
export class OpaqueStandIn extends StandIn {
  readonly of: 'set' | 'query';
  readonly text: string;
  constructor(of: 'set' | 'query', text: string) {
    super();
    this.of = of;
    this.text = text;
  }
  override toString(): string {
    return this.text;
  }
}

/** Names of the children of native collections, src/values.js. Like there, inherited names are found too. */
const NAMED: Readonly<Record<string, unknown>> = {
  collections: 'Collection',
  databases: 'Database',
  indexes: 'Index',
  functions: 'Function',
  roles: 'Role',
  access_providers: 'AccessProvider',
};

function refText(ref: unknown): string {
  const collection = property(ref, 'collection');
  const database = property(ref, 'database');
  const id = property(ref, 'id');
  if (collection === undefined) {
    if (typeof id !== 'string') throw new TypeError('ref.id.charAt is not a function');
    const inside = database === undefined ? '' : asText(database);
    return id === 'access_providers'
      ? `AccessProviders(${inside})`
      : `${id.charAt(0).toUpperCase()}${id.slice(1)}(${inside})`;
  }
  const parent = property(collection, 'collection') === undefined ? property(collection, 'id') : undefined;
  const name = typeof parent === 'string' ? NAMED[parent] : undefined;
  if (name !== undefined)
    return `${asText(name)}("${String(id)}"${database === undefined ? '' : `, ${asText(database)}`})`;
  return `Ref(${refText(collection)}, "${String(id)}")`;
}

function property(of: unknown, key: string): unknown {
  return typeof of === 'object' && of !== null ? Reflect.get(of, key) : undefined;
}

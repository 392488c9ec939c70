import { printExpression } from './print-expression.ts';
import { StandIn, asText } from './stand-in.ts';

/**
 * The driver's classes (faunadb 4.8.2, src/values.js), each with the one member `value` that the driver's have, since some
 * expressions print it. Members are `unknown` where the driver checks nothing.
 */
export class RefStandIn extends StandIn {
  readonly value: { readonly id: unknown; readonly collection?: unknown; readonly database?: unknown };
  constructor(id: unknown, collection?: unknown, database?: unknown) {
    super();
    this.value = {
      id,
      ...(collection === undefined ? {} : { collection }),
      ...(database === undefined ? {} : { database }),
    };
  }
  get id(): unknown {
    return this.value.id;
  }
  get collection(): unknown {
    return this.value.collection;
  }
  get database(): unknown {
    return this.value.database;
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
  readonly value: string;
  constructor(text: string) {
    super();
    this.value = text;
  }
  override toString(): string {
    return `Time("${this.value}")`;
  }
}

export class DateStandIn extends StandIn {
  readonly value: unknown;
  constructor(text: unknown) {
    super();
    this.value = text;
  }
  override toString(): string {
    return `Date("${asText(this.value)}")`;
  }
}

export class BytesStandIn extends StandIn {
  readonly value: Uint8Array;
  constructor(bytes: Uint8Array) {
    super();
    this.value = bytes;
  }
  override toString(): string {
    return `Bytes("${Buffer.from(this.value).toString('base64')}")`;
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

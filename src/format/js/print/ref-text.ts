import type { Dialect } from '../dialect.ts';
import { noProperty } from './faults.ts';
import { jsonString } from './json-text.ts';
import { RefSpecial, TextSpecial } from '../decode/specials.ts';

/** JavaScript's conversion of a value to text. */
type ToText = (value: unknown, dialect: Dialect) => string;

/**
 * What a ref prints of itself.
 * @throws TypeError where the driver does.
 */
export function refText(ref: RefSpecial, dialect: Dialect, coerced: ToText): string {
  const { refs } = dialect.traits;
  switch (refs.style) {
    case 'path':
      return `Ref(${jsonString(coerced(ref.value, dialect), dialect)})`;
    case 'members':
      return membersText(ref, ', ', dialect, coerced);
    case 'call':
      return refs.databases === 'moved'
        ? movedText(ref, '', dialect, coerced)
        : keptText(ref, dialect, coerced);
  }
}

/** JavaScript's conversion of a ref to text, which is not what it prints of itself before 2.1.0. */
export function refString(ref: RefSpecial, dialect: Dialect, coerced: ToText): string {
  switch (dialect.traits.refs.style) {
    case 'path':
      return coerced(ref.value, dialect);
    case 'members':
      // The comma before the database is missing (spec 17, item 3).
      return membersText(ref, ' ', dialect, coerced);
    case 'call':
      return refText(ref, dialect, coerced);
  }
}

function membersText(ref: unknown, beforeDatabase: string, dialect: Dialect, coerced: ToText): string {
  if (ref instanceof TextSpecial) return ref.value;
  if (!(ref instanceof RefSpecial)) throw new TypeError('this.class.inspect is not a function');
  const part = (of: unknown): string => membersText(of, beforeDatabase, dialect, coerced);
  const inside = ref.class === undefined ? '' : `, class=${part(ref.class)}`;
  const database = ref.database === undefined ? '' : `${beforeDatabase}database=${part(ref.database)}`;
  return `Ref(id=${coerced(ref.id, dialect)}${inside}${database})`;
}

/** Up to 2.11.1. A native collection gets the database of its document, and its own is a TypeError. */
function movedText(ref: unknown, documentDatabase: string, dialect: Dialect, coerced: ToText): string {
  const { collection, database, id } = membersOf(ref);
  if (collection === undefined && database === undefined) return nativeText(id, documentDatabase, dialect);
  if (collection === undefined) throw noProperty('undefined', 'id', dialect);
  const name = namedIn(membersOf(collection).id, dialect);
  const inside = database === undefined ? '' : coerced(database, dialect);
  if (name !== undefined)
    return `${name}("${coerced(id, dialect)}"${database === undefined ? '' : `, ${inside}`})`;
  return `Ref(${movedText(collection, inside, dialect, coerced)}, "${coerced(id, dialect)}")`;
}

/** From 2.12.0 on. */
function keptText(ref: unknown, dialect: Dialect, coerced: ToText): string {
  const { refs } = dialect.traits;
  const { collection, database, id } = membersOf(ref);
  if (collection === undefined)
    return nativeText(id, database === undefined ? '' : coerced(database, dialect), dialect);
  const inside = membersOf(collection);
  const isNative = inside.collection === undefined || (refs.style === 'call' && !refs.checksNative);
  const name = isNative ? namedIn(inside.id, dialect) : undefined;
  if (name !== undefined)
    return `${name}("${coerced(id, dialect)}"${database === undefined ? '' : `, ${coerced(database, dialect)}`})`;
  return `Ref(${keptText(collection, dialect, coerced)}, "${coerced(id, dialect)}")`;
}

function nativeText(id: unknown, database: string, dialect: Dialect): string {
  if (id === undefined) throw noProperty('undefined', 'charAt', dialect);
  if (typeof id !== 'string') throw new TypeError('ref.id.charAt is not a function');
  const { refs } = dialect.traits;
  const isSpelled = refs.style === 'call' && refs.spellsProviders && id === 'access_providers';
  const name = isSpelled ? 'AccessProviders' : id.charAt(0).toUpperCase() + id.slice(1);
  return `${name}(${database})`;
}

/** The function that prints children of a collection. Like in the driver, inherited names are found too. */
function namedIn(id: unknown, { traits: { refs } }: Dialect): string | undefined {
  if (refs.style !== 'call' || typeof id !== 'string') return undefined;
  const named: unknown = Reflect.get(refs.named, id);
  return named === undefined || named === null ? undefined : nameText(named);
}

function membersOf(ref: unknown): { collection: unknown; database: unknown; id: unknown } {
  const member = (key: string): unknown =>
    typeof ref === 'object' && ref !== null ? Reflect.get(ref, key) : undefined;
  return { collection: member('collection'), database: member('database'), id: member('id') };
}

/** A name, or the text of a method that every object has. */
function nameText(named: unknown): string {
  return String(named);
}

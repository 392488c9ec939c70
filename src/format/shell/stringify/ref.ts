import { build, type RefValue } from '../../../value/index.ts';
import { UnprintableValue } from '../../format.ts';
import { UNSAID } from '../../js/decode/elided.ts';
import { RefSpecial } from '../../js/decode/specials.ts';
import type { Dialect } from '../../js/dialect.ts';
import { coerced } from '../../js/print/special-text.ts';
import { namedCollection } from '../../js/project/said-ref.ts';
import { wellFormed } from '../../shared/well-formed.ts';

/** Functions that print the children of native classes (src/lib/special_types.js, ctors). */
export const NAMED = { classes: 'Class', indexes: 'Index', databases: 'Database', keys: 'Key' } as const;

/**
 * The text of a ref (src/lib/special_types.js, renderRef): nothing in it is escaped, and the database of a ref without a
 * function of its own is left out.
 * @throws UnprintableValue for a class or database that is no ref.
 */
export function refText({ value }: RefSpecial, dialect: Dialect): string {
  return rendered(parsed(value), dialect);
}

/** What that text says. */
export function saidRef(ref: RefSpecial, dialect: Dialect): RefValue {
  const id = wellFormed(coerced(ref.id, dialect));
  const { class: parent, database } = ref;
  if (!(parent instanceof RefSpecial)) return build.ref(id, undefined, build.unsaid(UNSAID.database));
  const native = coerced(parent.id, dialect);
  if (!Object.hasOwn(NAMED, native))
    return build.ref(id, saidRef(parent, dialect), build.unsaid(UNSAID.database));
  const collection = namedCollection(native, id, false);
  return build.ref(
    id,
    // The keys of another database are those of `Keys(Database("d"))`.
    native === 'keys' ? { ...collection, database: build.unsaid(UNSAID.database) } : collection,
    database instanceof RefSpecial ? saidRef(database, dialect) : undefined,
  );
}

function rendered(ref: unknown, dialect: Dialect): string {
  const { id, parent, database } = membersOf(ref);
  const name = `"${coerced(id, dialect)}"`;
  if (parent === undefined) return `Ref(${name})`;
  // Like in the shell, inherited names are found, too.
  const called: unknown = Reflect.get(NAMED, coerced(membersOf(parent).id, dialect));
  if (called === undefined) return `Ref(${rendered(parent, dialect)}, ${name})`;
  const args = database === undefined ? name : `${name}, ${rendered(database, dialect)}`;
  return `${asText(called)}(${args})`;
}

/** A part of a ref as the shell makes one of it (src/lib/special_types.js, parseRef). */
function parsed(part: unknown): unknown {
  if (part === undefined || part instanceof RefSpecial) return part;
  if (typeof part !== 'object' || part === null)
    throw new UnprintableValue(
      'print',
      `TypeError: Cannot use 'in' operator to search for '@ref' in ${asText(part)}`,
    );
  const { id, parent, database } = membersOf(part);
  if (!id) throw new UnprintableValue('print', 'InvalidValue: id cannot be null or undefined');
  const inside = parsed(parent);
  const scope = parsed(database);
  return new RefSpecial({ id, ...(inside ? { class: inside } : {}), ...(scope ? { database: scope } : {}) });
}

function membersOf(ref: unknown): { id: unknown; parent: unknown; database: unknown } {
  const member = (key: string): unknown =>
    typeof ref === 'object' && ref !== null ? Reflect.get(ref, key) : undefined;
  return { id: member('id'), parent: member('class'), database: member('database') };
}

/** JavaScript's own conversion to text. */
function asText(value: unknown): string {
  return String(value);
}

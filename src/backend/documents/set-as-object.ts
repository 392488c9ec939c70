import { databaseOf } from '../schema/database-of.ts';
import { Obj } from '../data/obj.ts';
import { Ref } from '../data/ref.ts';
import { Crash } from '../eval/crash.ts';
import type { Data } from '../data/data.ts';
import type { SetNode } from '../data/set.ts';
import type { Transaction } from '../store/store.ts';

/**
 * What a set becomes when it is stored: the plain object `{"@set": …}` that it would show as, or the ref that stands for
 * it (spec 2.2, 2.7).
 */
export function setAsObject(node: SetNode, transaction: Transaction): Obj | Ref {
  const inner = ({ node: of }: { readonly node: SetNode }): Data => setAsObject(of, transaction);
  switch (node.op) {
    case 'collection':
      return Ref.ofCollection(node.scope, node.collection);
    case 'document':
      return node.ref;
    case 'documents':
      return set({ documents: Ref.ofCollection(node.scope, node.collection) });
    case 'match':
      return set({ match: node.index, terms: node.terms.length === 0 ? undefined : unwrapped(node.terms) });
    case 'singleton':
      throw new Crash(`java.lang.IllegalStateException: Unknown set ${singleton(node.ref, transaction)}.`);
    case 'events':
      return set({ events: inner(node.of) });
    case 'union':
    case 'intersection':
    case 'difference':
      return set({ [node.op]: unwrapped(node.sets.map(inner)) });
    case 'distinct':
    case 'reverse':
      return set({ [node.op]: inner(node.of) });
    case 'range':
      return set({ range: inner(node.of), from: node.from, to: node.to });
    case 'filter':
      return set({ filter: node.filter, collection: inner(node.of) });
    case 'join':
      return set({ join: inner(node.of), with: node.with });
  }
}

function set(members: Readonly<Record<string, Data | undefined>>): Obj {
  return Obj.of({ '@set': Obj.of(members) });
}

/** One element is written without its array. */
function unwrapped(values: readonly Data[]): Data {
  const [only = null, ...rest] = values;
  return values.length === 1 && rest.length === 0 ? only : values;
}

/** The core's own text for a set that it cannot store; scopes have other numbers there, shaped like ids. */
function singleton({ scope, collection, id }: Ref, transaction: Transaction): string {
  const database = databaseOf(scope, { transaction });
  const global = database && transaction.read(database)?.fields.get('global');
  const number = typeof global === 'bigint' ? global : 0n;
  return `DocSingletonSet(ScopeID(${String(number)}),DocID(${String(id)},C${String(collection)}))`;
}

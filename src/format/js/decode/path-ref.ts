import { build, type RefValue, type UnsaidValue } from '../../../value/index.ts';
import { UNSAID } from './elided.ts';

/** The path of a ref, `classes/users/1`, as the database spells it to releases before 2.0.0; it says nothing of databases. */
export function pathOf({ id, collection }: RefValue): string {
  const last = typeof id === 'string' ? id : '';
  return collection?.kind === 'ref' ? `${pathOf(collection)}/${last}` : last;
}

/**
 * The ref of a path: a native collection, a name in it, the id of a document. The database admits no slash in names, so
 * whatever comes after the second one is the id.
 */
export function refOfPath(path: string): RefValue {
  const [native = '', name, ...rest] = path.split('/');
  const unsaid: UnsaidValue = build.unsaid(UNSAID.noDatabases);
  const collection = build.ref(native, undefined, unsaid);
  if (name === undefined) return collection;
  const named = build.ref(name, collection, unsaid);
  return rest.length === 0 ? named : build.ref(rest.join('/'), named, unsaid);
}

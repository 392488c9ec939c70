import { build, type RefValue, type UnsaidValue } from '../../value/index.ts';

const NO_DATABASES = 'paths have no databases';

/** The path of a ref, `classes/users/1`, as the database spells it to API versions before 2.1; it says nothing of databases. */
export function pathOf(ref: RefValue | UnsaidValue): string {
  if (ref.kind === 'unsaid' || typeof ref.id !== 'string')
    throw new TypeError('A ref that is not wholly known has no path.');
  return ref.collection === undefined ? ref.id : `${pathOf(ref.collection)}/${ref.id}`;
}

/**
 * The ref of a path: a native collection, a name in it, the id of a document. The database admits no slash in names, so
 * what comes after the second one is the id.
 */
export function refOfPath(path: string): RefValue {
  const [native = '', name, ...rest] = path.split('/');
  const unsaid = build.unsaid(NO_DATABASES);
  const collection = build.ref(native, undefined, unsaid);
  if (name === undefined) return collection;
  const named = build.ref(name, collection, unsaid);
  return rest.length === 0 ? named : build.ref(rest.join('/'), named, unsaid);
}

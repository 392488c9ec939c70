import { build, type RefValue, type UnsaidValue } from '../../value/index.ts';
import { isAt } from './text-reader.ts';

const NO_DATABASE = build.unsaid('paths have no databases');

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
  if (!isAt(path, 0, recent.opening)) {
    const first = path.indexOf('/');
    if (first === -1) return build.ref(path, undefined, NO_DATABASE);
    const second = path.indexOf('/', first + 1);
    if (second === -1) return named(path);
    recent = { opening: path.slice(0, second + 1), ref: named(path.slice(0, second)) };
  }
  return build.ref(path.slice(recent.opening.length), recent.ref, NO_DATABASE);
}

/** The collection of the last document, and how its path begins: one print has many documents of one collection. */
let recent = { opening: '//', ref: named('/') };

function named(path: string): RefValue {
  const slash = path.indexOf('/');
  const native = build.ref(path.slice(0, slash), undefined, NO_DATABASE);
  return build.ref(path.slice(slash + 1), native, NO_DATABASE);
}

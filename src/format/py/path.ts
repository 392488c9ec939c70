import {
  build,
  fromWire,
  jsonObject,
  type Entry,
  type RefValue,
  type UnsaidValue,
  type Value,
} from '../../value/index.ts';

/** The path of a ref, `classes/users/1`, as API versions before 2.1 write it: it says nothing of a database. */
export function pathText(ref: RefValue | UnsaidValue): string {
  if (ref.kind === 'unsaid' || typeof ref.id !== 'string')
    throw new TypeError('A ref that is not wholly known has no print.');
  return ref.collection === undefined ? ref.id : `${pathText(ref.collection)}/${ref.id}`;
}

/** A path as a ref; one that is no path of the database stays an object with this key, which no other decoded object has. */
export function refOfPath(path: string): Value {
  const ref = fromWire(jsonObject({ '@ref': path }));
  return ref.kind === 'ref' ? ref : build.obj([['@ref', build.str(path)]]);
}

/** The odd path that a decoded object stands for: see `refOfPath`. */
export function oddRef(entries: readonly Entry[]): string | undefined {
  const [first, ...others] = entries;
  if (first === undefined || others.length > 0) return undefined;
  const [key, content] = first;
  return key === '@ref' && content.kind === 'string' ? content.value : undefined;
}

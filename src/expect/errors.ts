import type { Finding } from './finding.ts';

/** Plain data with holes: what is absent is not said. */
type Said = string | number | undefined | readonly Said[] | { readonly [key: string]: Said };

/**
 * The printed error must say everything that the format can say of the database's error, and say it so; what it says
 * beyond that (a class, a hint) is not judged. Both sides are plain data.
 */
export function printedErrorFinding(said: object, printed: object): Finding | undefined {
  const path = disagreement(plain(said), plain(printed), []);
  return (
    path && {
      move: 'printer',
      shape: `the printed error differs at ${path.map((part) => (typeof part === 'number' ? '[]' : part)).join('.')}`,
      detail: `The database answered ${JSON.stringify(said)}; the print says ${JSON.stringify(printed)}.`,
    }
  );
}

type Path = readonly (string | number)[];

function disagreement(left: Said, right: Said, path: Path): Path | undefined {
  if (left === undefined) return undefined;
  if (isList(left) || isList(right)) {
    if (!isList(left) || !isList(right) || left.length !== right.length) return path;
    return first(left.map((item, index) => disagreement(item, right[index], [...path, index])));
  }
  if (typeof left === 'object')
    return typeof right !== 'object'
      ? path
      : first(Object.keys(left).map((key) => disagreement(left[key], right[key], [...path, key])));
  return left === right ? undefined : path;
}

function first(paths: readonly (Path | undefined)[]): Path | undefined {
  return paths.find((path) => path !== undefined);
}

function isList(said: Said): said is readonly Said[] {
  return Array.isArray(said);
}

/** The error interfaces are plain data already; this only tells the type checker. */
function plain(error: object): { readonly [key: string]: Said } {
  return Object.fromEntries(Object.entries(error));
}

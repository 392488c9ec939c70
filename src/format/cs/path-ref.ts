import type { Value } from '../../value/index.ts';
import { refOfPath } from '../shared/path-ref.ts';

/** A path begins with the name of a native collection: members of a ref, which came later, are no path. */
export function pathRef(path: string): Value | undefined {
  return path.startsWith('id = "') ? undefined : refOfPath(path);
}

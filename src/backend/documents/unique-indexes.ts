import type { Context } from '../eval/context.ts';
import type { Position } from '../data/position.ts';
import type { Ref } from '../data/ref.ts';

/** Refuses a document that was just written if a unique index holds another one under its terms (spec 4.5.2, step 10). */
export function checkUniqueIndexes(_ref: Ref, _position: Position, _context: Context): void {
  // Filled in when `indexes/` is there.
}

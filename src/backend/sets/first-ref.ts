import { Ref } from '../data/ref.ts';
import type { Context } from '../eval/context.ts';
import type { Position } from '../data/position.ts';
import type { SetValue } from '../data/set.ts';

/**
 * The document of a set's first element, in the set's own order and without looking whether that document may be read
 * (spec 5.5); `undefined`: the set is empty. A set that may not be used at all is refused at `position`.
 */
export function firstRef({ node }: SetValue, context: Context, _position: Position): Ref | undefined {
  if (node.op === 'document' || node.op === 'singleton') return node.ref;
  if (node.op !== 'documents' && node.op !== 'collection') return undefined;
  for (const [id] of context.transaction.scan(node.scope, node.collection, {}, context.validTime))
    return new Ref(node.scope, node.collection, id);
  return undefined;
}

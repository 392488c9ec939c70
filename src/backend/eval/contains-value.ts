import { ActionValue } from '../data/action.ts';
import { equal } from './equal.ts';
import { invalidArgument } from './failure.ts';
import { isArray, isTagged, type Data, type Tagged } from '../data/data.ts';
import { databaseOf } from '../schema/database-of.ts';
import { Ref } from '../data/ref.ts';
import { refId } from '../schema/ref-id.ts';
import type { Context } from './context.ts';
import type { Position } from '../data/position.ts';

/** Whether a container has a value as one of its members (spec 4.2): those that it shows, not their members. */
export function containsValue(value: Data, container: Data, context: Context, position: Position): boolean {
  if (isArray(container)) return container.some((member) => equal(member, value));
  if (!isTagged(container)) throw notContainer(position);
  return membersOf(container, context, position).some((member) => equal(member, value));
}

function membersOf(container: Tagged, context: Context, position: Position): readonly Data[] {
  switch (container.kind) {
    case 'object':
      return container.entries.map(([, member]) => member);
    case 'ref': {
      const { scope, collection } = container;
      const database = scope === context.auth.scope ? undefined : databaseOf(scope, context);
      return present([refId(container, context), Ref.ofCollection(scope, collection), database]);
    }
    case 'document':
      return [
        container.ref,
        Ref.ofCollection(container.ref.scope, container.ref.collection),
        container.ts,
        ...container.fields.entries.map(([, member]) => member),
      ];
    case 'document-event':
      return present([
        container.ts,
        new ActionValue(container.action),
        container.ref,
        container.data ?? undefined,
      ]);
    case 'set-event':
      return present([
        container.ts,
        new ActionValue(container.action),
        container.ref,
        ...(container.values ?? []),
      ]);
    case 'page':
      return present([container.data, container.before, container.after]);
    // Sets are read by `sets/contains-element.ts`, which the function asks itself.
    case 'set':
    case 'lambda':
    case 'element':
      return [];
    case 'action':
    case 'bytes':
    case 'date':
    case 'time':
    case 'transaction-time':
    case 'unresolved-ref':
    case 'uuid':
      throw notContainer(position);
  }
}

function present(members: readonly (Data | undefined)[]): readonly Data[] {
  return members.filter((member) => member !== undefined);
}

function notContainer(position: Position): Error {
  return invalidArgument(position.at('in'), 'Object, Array, Page, Set, or Ref expected, Scalar provided.');
}

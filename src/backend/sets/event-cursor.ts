import { isArray, isTagged, type Data } from '../data/data.ts';
import type { Obj } from '../data/obj.ts';
import type { Position } from '../data/position.ts';
import type { Context } from '../eval/context.ts';
import { both } from '../eval/both.ts';
import { invalidArgument } from '../eval/failure.ts';
import { integer, ref } from '../functions/casts.ts';
import { typeName } from '../data/type-name.ts';
import { LAST, type SetItem } from './item.ts';

/** The sets of keys that an event as a cursor may have. */
const FORMS: readonly (readonly string[])[] = [
  ['ts'],
  ['ts', 'action'],
  ...['resource', 'instance', 'document'].map((document) => ['ts', 'action', document]),
  ['ts', 'action', 'resource', 'values'],
  ...['instance', 'document'].map((document) => ['ts', 'action', document, 'data']),
];

/** Reads an event object as a cursor of events (spec 2.8). */
export function eventCursor(given: Obj, position: Position, context: Context): SetItem {
  const keys = given.entries.map(([key]) => key);
  const form = FORMS.find(
    (known) => known.length === keys.length && known.every((key) => keys.includes(key)),
  );
  if (form === undefined)
    throw invalidArgument(position, `Cannot create event cursor with keys ${keys.join(', ')}`);
  const [, , documentKey = '', dataKey = ''] = form;
  const instance = given.get(documentKey);
  const named = given.get('action');
  const [ts, [document, action]] = both(
    () => integer.cast(given.get('ts'), position.at('ts'), context),
    () =>
      both(
        () => (instance === undefined ? undefined : ref.cast(instance, position.at(documentKey), context)),
        () => (named === undefined ? 'add' : readAction(named, position.at('action'))),
      ),
  );
  const { scope, collection, id } = document ?? { ...LAST, scope: context.auth.scope };
  if (action === 'update') return { kind: 'document', ts, scope, collection, id, action, data: null };
  const values = elements(given.get(dataKey)).map((value) => ({ value, reverse: false }));
  return { kind: 'set', ts, scope, collection, id, action, values };
}

function elements(value: Data | undefined): readonly Data[] {
  if (value === undefined) return [];
  return isArray(value) ? value : [value];
}

/** `add` and `remove` are those of sets, as are `create` and `delete`, for which they stand; `update` is of documents. */
function readAction(value: Data, position: Position): 'add' | 'remove' | 'update' {
  const name = isTagged(value) && value.kind === 'action' ? value.action : value;
  if (name === 'add' || name === 'create') return 'add';
  if (name === 'remove' || name === 'delete') return 'remove';
  if (name === 'update') return 'update';
  throw invalidArgument(
    position,
    `String 'create', 'update', or 'delete' expected, ${typeName(value)} provided.`,
  );
}

import { nativeName } from '../data/ids.ts';
import { failure } from '../eval/failure.ts';
import { notUnique } from './errors.ts';
import { kindWord } from './kind-word.ts';
import type { Context } from '../eval/context.ts';
import type { Draft } from './kind.ts';
import type { Obj } from '../data/obj.ts';
import type { Ref } from '../data/ref.ts';

/** Refuses a name that another document of the collection has: with other words for a new one (spec 4.5.2, 4.5.3). */
export function checkName({ ref, fields, before, position, context }: Draft, word: string): void {
  const name = fields.get('name');
  const taken = typeof name === 'string' ? idOfName(ref, name, context) : undefined;
  if (taken === undefined || taken === ref.id) return;
  if (before !== undefined) throw failure(position, ...notUnique(context));
  throw failure(position, 'instance already exists', `${kindWord(word, context.version)} already exists.`);
}

/** Makes a schema document findable under its name. */
export function storeName({ ref, fields, before, context: { transaction } }: Draft): void {
  const [old, now] = [before?.get('name'), fields.get('name')];
  if (old === now) return;
  if (typeof old === 'string') transaction.names.delete(tableOf(ref), ref.scope, old);
  if (typeof now === 'string') transaction.names.set(tableOf(ref), ref.scope, now, ref.id);
}

/** Makes it findable no more. */
export function dropName(ref: Ref, fields: Obj, { transaction }: Context): void {
  const name = fields.get('name');
  if (typeof name === 'string') transaction.names.delete(tableOf(ref), ref.scope, name);
}

/** What a name means now, the query's own writes included. */
export function idOfName(
  ref: Pick<Ref, 'scope' | 'collection'>,
  name: string,
  context: Context,
): bigint | undefined {
  return context.transaction.names.current(tableOf(ref), ref.scope, name);
}

function tableOf({ collection }: Pick<Ref, 'collection'>): string {
  return nativeName(collection) ?? '';
}

import { DATABASES, type ScopeId } from '../data/ids.ts';
import { DocumentValue } from '../data/document.ts';
import { Ref } from '../data/ref.ts';
import { TRANSACTION_TIME } from '../data/transaction-time.ts';
import { isInside } from '../auth/builtin-power.ts';
import { failure } from '../eval/failure.ts';
import { scopeOf } from '../schema/scope-of.ts';
import { EMPTY } from '../data/obj.ts';
import { shownFields } from './document-value.ts';
import { DENIED } from './errors.ts';
import { dropName, idOfName } from './names.ts';
import { notFound } from './not-found.ts';
import { placeDatabase } from './kinds/database.ts';
import type { Context } from '../eval/context.ts';
import type { Position } from '../data/position.ts';

/**
 * Hangs a database under another parent (spec 4.9). What is inside, its global id and the secrets that lead there stay;
 * the document is a new one, which the answer counts as created.
 */
export function moveDatabase(source: Ref, target: Ref, context: Context, position: Position): DocumentValue {
  const { transaction, auth } = context;
  const current = transaction.read(source);
  const inside = scopeOf(source, transaction);
  const parent = scopeOf(target, transaction);
  if (current === undefined || inside === undefined)
    throw notFound(source, position.at('move_database'), context);
  if (parent === undefined) throw notFound(target, position.at('to'), context);
  const name = nameOf(current.fields.get('name'));
  if (parent === inside || isInside(parent, inside, transaction)) {
    const into = nameOf(transaction.read(target)?.fields.get('name'));
    const reason = 'Cannot move database from ancestor to descendant.';
    throw failure(
      position,
      'move database error',
      `Cannot move database '${name}' into parent '${into}': ${reason}`,
    );
  }
  if (auth.power.kind !== 'admin') throw failure(position, ...DENIED);
  const taken = idOfName({ scope: parent, collection: DATABASES }, name, context);
  if (taken !== undefined) throw failure(position, 'instance already exists', 'Database already exists.');
  return hang(source, parent, context);
}

function hang(source: Ref, parent: ScopeId, context: Context): DocumentValue {
  const { transaction } = context;
  const fields = transaction.read(source)?.fields ?? EMPTY;
  const moved = new Ref(parent, DATABASES, transaction.newSchemaId(parent, DATABASES));
  dropName(source, fields, context);
  transaction.write(source, 'delete', EMPTY);
  transaction.write(moved, 'create', fields);
  transaction.names.set('databases', parent, nameOf(fields.get('name')), moved.id);
  placeDatabase(moved, fields, transaction);
  return new DocumentValue(moved, TRANSACTION_TIME, shownFields(moved, fields), { isNew: true });
}

function nameOf(name: unknown): string {
  return typeof name === 'string' ? name : '';
}

import { DocumentValue } from '../data/document.ts';
import { Suspension } from '../query/tape.ts';
import { TOKENS } from '../data/ids.ts';
import { TRANSACTION_TIME } from '../data/transaction-time.ts';
import type { Context } from '../eval/context.ts';
import type { Obj } from '../data/obj.ts';
import type { Ref } from '../data/ref.ts';
import type { Version } from '../store/version.ts';
import { kindOf } from './kinds.ts';

/** A version of a document as queries see it. */
export function documentValue(ref: Ref, version: Version, context: Context): DocumentValue {
  const { transaction } = context;
  const ts = version.at === transaction.commitTime ? TRANSACTION_TIME : version.at;
  return new DocumentValue(ref, ts, shownFields(ref, withHash(ref, version.fields, context)), {
    deleted: version.action === 'delete',
  });
}

/** With the hash of a token's secret, which is made when it is first seen: that suspends the evaluation. */
function withHash({ collection }: Ref, fields: Obj, { secrets: { late } }: Context): Obj {
  const name = collection === TOKENS ? fields.get('hashed_secret') : undefined;
  if (typeof name !== 'string' || !late.has(name)) return fields;
  const hash = late.hashOf(name);
  if (hash === undefined) throw new Suspension(() => late.make(name));
  return fields.with('hashed_secret', hash);
}

/** The fields that show. */
export function shownFields({ collection }: Ref, fields: Obj): Obj {
  const { hidden = [] } = kindOf(collection);
  return hidden.some((name) => fields.has(name)) ? fields.without(...hidden) : fields;
}

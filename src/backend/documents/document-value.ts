import { DocumentValue } from '../data/document.ts';
import { TRANSACTION_TIME } from '../data/transaction-time.ts';
import type { Context } from '../eval/context.ts';
import type { Obj } from '../data/obj.ts';
import type { Ref } from '../data/ref.ts';
import type { Version } from '../store/version.ts';
import { kindOf } from './kinds.ts';

/** A version of a document as queries see it. */
export function documentValue(ref: Ref, version: Version, { transaction }: Context): DocumentValue {
  const ts = version.at === transaction.commitTime ? TRANSACTION_TIME : version.at;
  return new DocumentValue(ref, ts, shownFields(ref, version.fields), {
    deleted: version.action === 'delete',
  });
}

/** The fields that show. */
export function shownFields({ collection }: Ref, fields: Obj): Obj {
  const { hidden = [] } = kindOf(collection);
  return hidden.some((name) => fields.has(name)) ? fields.without(...hidden) : fields;
}

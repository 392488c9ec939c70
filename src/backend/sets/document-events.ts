import { difference } from '../data/difference.ts';
import { isTagged, type Data } from '../data/data.ts';
import type { Obj } from '../data/obj.ts';
import type { Ref } from '../data/ref.ts';
import type { Context } from '../eval/context.ts';
import type { Version } from '../store/version.ts';
import type { DocumentItem } from './item.ts';
import { minValidTime } from './min-valid-time.ts';

/** What happened to a document, oldest first, as far back as its collection keeps history. */
export function documentEvents(ref: Ref, context: Context): DocumentItem[] {
  const versions = context.transaction.history(ref);
  const limit = minValidTime(ref.scope, ref.collection, context);
  const recent = versions.filter(({ at }) => at > limit);
  const edge = versions.findLast(({ at }) => at <= limit);
  const kept = edge !== undefined && isLive(edge, limit) ? [edge, ...recent] : recent;
  return kept.map((version, index) => documentEvent(ref, kept[index - 1], version));
}

/** The event that a version is, after another one. */
export function documentEvent(ref: Ref, previous: Version | undefined, version: Version): DocumentItem {
  const { scope, collection, id } = ref;
  const before = previous?.action === 'delete' ? undefined : previous;
  const action = version.action === 'delete' ? 'delete' : before === undefined ? 'create' : 'update';
  const data =
    version.action === 'delete' ? null : changedData(before?.fields.get('data'), version.fields.get('data'));
  return { kind: 'document', ts: version.at, scope, collection, id, action, data };
}

/** The oldest version that counts begins the history, unless it ends something. */
function isLive({ action, expires }: Version, limit: bigint): boolean {
  return action !== 'delete' && (expires === undefined || expires >= limit);
}

function changedData(before: Data | undefined, after: Data | undefined): Obj | null {
  if (!isObject(after)) return null;
  if (!isObject(before)) return after;
  const change = difference(before, after);
  return change.entries.length === 0 ? null : change;
}

function isObject(value: Data | undefined): value is Obj {
  return value !== undefined && isTagged(value) && value.kind === 'object';
}

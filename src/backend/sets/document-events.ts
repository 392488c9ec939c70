import { equal } from '../eval/equal.ts';
import { isTagged, type Data } from '../data/data.ts';
import { Obj, type Entry } from '../data/obj.ts';
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

/**
 * What turns one object into another: changed and new fields, `null` for removed ones; objects at every depth. Fields of
 * both come first, in their new order, then the removed ones, then the new: the core keeps the way back, and reverses it.
 */
export function difference(before: Obj, after: Obj): Obj {
  const entries: Entry[] = [];
  for (const [key, now] of after.entries) {
    const old = before.get(key);
    if (old === undefined) continue;
    if (isObject(old) && isObject(now)) {
      const inner = difference(old, now);
      if (inner.entries.length > 0) entries.push([key, inner]);
    } else if (!equal(old, now)) entries.push([key, now]);
  }
  for (const [key] of before.entries) if (!after.has(key)) entries.push([key, null]);
  for (const [key, now] of after.entries) if (!before.has(key)) entries.push([key, now]);
  return new Obj(entries);
}

function isObject(value: Data | undefined): value is Obj {
  return value !== undefined && isTagged(value) && value.kind === 'object';
}

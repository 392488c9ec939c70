import { ActionValue } from '../data/action.ts';
import { difference } from '../data/difference.ts';
import { EMPTY, Obj } from '../data/obj.ts';
import { documentsAccess, indexAccess } from '../auth/may-read-set.ts';
import { indexConfig } from '../indexes/index-config.ts';
import { indexTuples, type IndexTuple } from '../indexes/index-tuples.ts';
import { mayRead } from '../auth/may-read.ts';
import { mayReadHistory } from '../auth/may-read-history.ts';
import { Ref } from '../data/ref.ts';
import { shownFields } from '../documents/document-value.ts';
import { termsKey } from '../indexes/terms-key.ts';
import type { Action } from '../data/action.ts';
import type { Change } from '../store/change.ts';
import type { Committed } from './change-feed.ts';
import type { Context } from '../eval/context.ts';
import type { Data } from '../data/data.ts';
import type { StreamField } from '../core.ts';
import type { StreamSubject } from './stream-subject.ts';
import type { Version } from '../store/version.ts';

/** The events that a transaction's changes are for a subject: those that the caller may see, with the fields he wants. */
export function streamEvents(
  { time, changes }: Committed,
  subject: StreamSubject,
  fields: readonly StreamField[],
  context: Context,
): readonly Obj[] {
  return changes.flatMap((change) => {
    const { type, events } = eventsOf(change, time, subject, context);
    return events.map((event) => Obj.of({ type, txn: time, event: chosen(event, fields) }));
  });
}

type Parts = Partial<Record<StreamField, Data>>;

interface Events {
  readonly type: 'version' | 'history_rewrite' | 'set';
  readonly events: readonly Parts[];
}

const NOTHING: Events = { type: 'set', events: [] };

/** In the core's own order (core: stream/EventEncoder.scala). */
function chosen(event: Parts, fields: readonly StreamField[]): Obj {
  const order = ['action', 'document', 'diff', 'prev', 'index'] as const;
  return Obj.of(
    Object.fromEntries(order.map((field) => [field, fields.includes(field) ? event[field] : undefined])),
  );
}

function eventsOf(change: Change, time: bigint, subject: StreamSubject, context: Context): Events {
  const ref = new Ref(change.key.scope, change.key.collection, change.key.id);
  switch (subject.kind) {
    case 'document':
      return ref.equals(subject.ref) ? versionEvents(ref, change, time, context) : NOTHING;
    case 'documents': {
      if (ref.scope !== subject.scope || ref.collection !== subject.collection) return NOTHING;
      const access = documentsAccess(subject.scope, subject.collection, context);
      if (access === 'none' || (access === 'filtered' && !mayRead(ref, context))) return NOTHING;
      return { type: 'set', events: membership(ref, change) };
    }
    case 'index':
      return { type: 'set', events: entryEvents(ref, change, subject, context) };
  }
}

function versionEvents(ref: Ref, change: Change, time: bigint, context: Context): Events {
  const { previous, before, after } = change;
  const isNow = after?.at === time;
  if (isNow ? !mayRead(ref, context) : !mayReadHistory(ref, context)) return NOTHING;
  const type = isNow ? 'version' : 'history_rewrite';
  if (after === undefined) {
    const document = Obj.of({ ref, ts: before?.at });
    const action = new ActionValue(before?.action ?? 'delete');
    return { type, events: [{ action, document }] };
  }
  const old = previous === undefined || previous.action === 'delete' ? undefined : previous;
  const isDelete = after.action === 'delete';
  const action: Action = isDelete ? 'delete' : old === undefined ? 'create' : 'update';
  const whole = (version: Version | undefined): Obj =>
    described(ref, after.at, shownFields(ref, version?.fields ?? EMPTY));
  const diff = isDelete
    ? EMPTY
    : difference(shownFields(ref, old?.fields ?? EMPTY), shownFields(ref, after.fields));
  return {
    type,
    events: [
      {
        action: new ActionValue(action),
        // A deleted document shows what it last was.
        document: whole(isDelete ? old : after),
        diff: described(ref, after.at, diff),
        prev: whole(old),
      },
    ],
  };
}

function described(ref: Ref, ts: bigint, fields: Obj): Obj {
  return new Obj([['ref', ref], ['ts', ts], ...fields.entries]);
}

/** A document comes into or leaves its collection. */
function membership(ref: Ref, { previous, before, after }: Change): readonly Parts[] {
  const was = isLive(previous);
  const is = isLive(after);
  const at = (after ?? before)?.at ?? 0n;
  return was === is ? [] : [setEvent(ref, at, is ? 'add' : 'remove')];
}

function isLive(version: Version | undefined): boolean {
  return version !== undefined && version.action !== 'delete';
}

function setEvent(ref: Ref, ts: bigint, action: Action, index?: Obj): Parts {
  const event: Parts = { action: new ActionValue(action), document: Obj.of({ ref, ts }) };
  return index === undefined ? event : { ...event, index };
}

function entryEvents(
  ref: Ref,
  { previous, before, after }: Change,
  { index, terms }: Extract<StreamSubject, { kind: 'index' }>,
  context: Context,
): readonly Parts[] {
  const version = context.transaction.read(index);
  if (version === undefined || ref.scope !== index.scope) return [];
  const access = indexAccess(index, terms, context);
  if (access === 'none' || (access === 'filtered' && !mayRead(ref, context))) return [];
  const config = indexConfig(index, version);
  const wanted = termsKey(terms);
  const within = (tuples: readonly IndexTuple[]): readonly IndexTuple[] =>
    tuples.filter((tuple) => tuple.terms === wanted);
  const at = (after ?? before)?.at ?? 0n;
  const old = within(indexTuples(config, ref, previous, at, context));
  const now = within(indexTuples(config, ref, after, at, context));
  const event = (action: Action, { values }: IndexTuple): Parts =>
    setEvent(ref, at, action, Obj.of({ ref: index, terms, values }));
  return [
    ...without(old, now).map((tuple) => event('remove', tuple)),
    ...without(now, old).map((tuple) => event('add', tuple)),
  ];
}

function without(tuples: readonly IndexTuple[], others: readonly IndexTuple[]): readonly IndexTuple[] {
  const keys = new Set(others.map(({ key }) => key));
  return tuples.filter(({ key }) => !keys.has(key));
}

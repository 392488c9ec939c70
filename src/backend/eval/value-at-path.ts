import { ActionValue } from '../data/action.ts';
import { isArray, isTagged, type Data, type Tagged } from '../data/data.ts';
import { Obj } from '../data/obj.ts';
import { Ref } from '../data/ref.ts';
import { mayRead } from '../auth/may-read.ts';
import { atLeast } from './version.ts';
import { documentValue } from '../documents/document-value.ts';
import { readAt } from '../documents/read-at.ts';
import { databaseOf } from '../schema/database-of.ts';
import { refId } from '../schema/ref-id.ts';
import type { Context } from './context.ts';
import type { DocumentEvent, SetEvent } from '../data/event.ts';
import type { Path } from './path.ts';
import type { SetValue } from '../data/set.ts';

/**
 * What is at a path in a value; `undefined`: nothing. With `all`, arrays on the way are mapped over and flattened.
 * Documents, refs, pages, events, elements and sets have the fields that they show.
 */
export function valueAtPath(value: Data, path: Path, all: boolean, context: Context): Data | undefined {
  const [step, ...rest] = path;
  if (isArray(value)) {
    if (typeof step === 'bigint') return deeper(value[Number(step)], rest, all, context);
    if (all) return flatten(value, path, context);
    return step === undefined ? value : undefined;
  }
  if (step === undefined) return value;
  if (!isTagged(value)) return undefined;
  return deeper(member(value, step, context), rest, all, context);
}

function deeper(value: Data | undefined, path: Path, all: boolean, context: Context): Data | undefined {
  return value === undefined ? undefined : valueAtPath(value, path, all, context);
}

function flatten(values: readonly Data[], path: Path, context: Context): Data {
  return values.flatMap((value) => {
    const found = valueAtPath(value, path, true, context);
    if (found === undefined) return [];
    return isArray(found) ? found : [found];
  });
}

function member(value: Tagged, step: string | bigint, context: Context): Data | undefined {
  switch (value.kind) {
    case 'object':
      return typeof step === 'string' ? value.get(step) : undefined;
    case 'document':
      if (step === 'ref') return value.ref;
      if (step === 'class') return Ref.ofCollection(value.ref.scope, value.ref.collection);
      if (step === 'ts') return value.ts;
      return typeof step === 'string' ? value.fields.get(step) : undefined;
    case 'ref':
      return refMember(value, step, context);
    case 'page':
      if (typeof step === 'bigint') return value.data[Number(step)];
      if (step === 'data') return value.data;
      if (step === 'before') return value.before;
      return step === 'after' ? value.after : undefined;
    case 'element':
      if (step === 'value') return value.value;
      return step === 'sources' ? value.sources : undefined;
    case 'document-event':
    case 'set-event':
      return eventMember(value, step);
    case 'set':
      return step === '@set' ? setContents(value) : undefined;
    case 'action':
    case 'bytes':
    case 'date':
    case 'lambda':
    case 'time':
    case 'transaction-time':
    case 'unresolved-ref':
    case 'uuid':
      return undefined;
  }
}

function refMember(ref: Ref, step: string | bigint, context: Context): Data | undefined {
  if (step === 'class' || step === 'collection') return Ref.ofCollection(ref.scope, ref.collection);
  if (step === 'id') return refId(ref, context);
  if (step === 'database' && ref.scope !== context.auth.scope) return databaseOf(ref.scope, context);
  return atLeast(context.version, 'UNSTABLE') ? memberThroughRef(ref, step, context) : undefined;
}

/** Version UNSTABLE reads through refs. A document that may not be read is as if it were not there: not determined, chosen. */
function memberThroughRef(ref: Ref, step: string | bigint, context: Context): Data | undefined {
  if (!mayRead(ref, context)) return undefined;
  const version = readAt(ref, context);
  return version && member(documentValue(ref, version, context), step, context);
}

function eventMember(event: DocumentEvent | SetEvent, step: string | bigint): Data | undefined {
  switch (step) {
    case 'ts':
      return event.ts;
    case 'action':
      return new ActionValue(event.action);
    case 'resource':
    case 'instance':
    case 'document':
      return event.ref;
    case 'data':
      if (event.kind === 'document-event') return event.data ?? undefined;
      return event.values?.length === 1 ? event.values[0] : (event.values ?? []);
    default:
      return undefined;
  }
}

/** `@set` reads into the contents of a set: only of those kinds for which the core does, the others give `null`. */
function setContents({ node }: SetValue): Data {
  switch (node.op) {
    case 'union':
    case 'intersection':
    case 'difference':
      return Obj.of({ [node.op]: node.sets });
    case 'distinct':
      return Obj.of({ distinct: node.of });
    case 'join':
      return Obj.of({ join: node.of, with: node.with });
    case 'match':
      return Obj.of({
        match: node.index,
        terms: node.terms.length === 1 ? (node.terms[0] ?? null) : node.terms,
      });
    case 'collection':
      return Ref.ofCollection(node.scope, node.collection);
    case 'document':
      return node.ref;
    case 'documents':
    case 'singleton':
    case 'events':
    case 'reverse':
    case 'range':
    case 'filter':
      return null;
  }
}

import { Obj, type Entry } from '../data/obj.ts';
import { failure } from '../eval/failure.ts';
import { documentWord } from '../eval/version.ts';
import { valueRequired } from './failures.ts';
import type { Draft, Kind } from './kind.ts';

/** Turns a draft into what can be stored, or reports every failure in the order of the kind's rules (spec 4.5.2, step 9). */
export function complete(draft: Draft, kind: Kind): void {
  kind.prepare?.(draft);
  for (const { name, required = false, check } of kind.fields) {
    const value = draft.fields.get(name);
    if (value !== undefined) draft.failures.push(...(check?.(value, [name], draft) ?? []));
    else if (required) draft.failures.push(valueRequired(name));
  }
  for (const { name, late } of kind.fields) {
    const value = draft.fields.get(name);
    if (value !== undefined) draft.failures.push(...(late?.(value, [name], draft) ?? []));
  }
  if (draft.failures.length === 0) draft.fields = cleaned(draft.fields, kind);
  if (draft.failures.length === 0) kind.check?.(draft);
  if (draft.failures.length === 0) return;
  const description = `${documentWord(draft.context.version)} data is not valid.`;
  throw failure(draft.position, 'validation failed', description, { failures: draft.failures });
}

/** Only the fields that the kind knows. */
export function masked(fields: Obj, kind: Kind): Obj {
  const known = new Set([...kind.fields.map(({ name }) => name), ...(kind.hidden ?? [])]);
  return new Obj(fields.entries.filter(([key]) => known.has(key)));
}

function cleaned(fields: Obj, kind: Kind): Obj {
  const rules = new Map(kind.fields.map((rule) => [rule.name, rule]));
  const kept: Entry[] = [];
  for (const [key, value] of fields.entries) {
    const clean = rules.get(key)?.clean;
    const stored = clean === undefined ? value : clean(value);
    // An empty `data` is not stored (spec 2.2).
    if (stored !== undefined && !(key === 'data' && stored instanceof Obj && stored.entries.length === 0))
      kept.push([key, stored]);
  }
  return new Obj(kept);
}

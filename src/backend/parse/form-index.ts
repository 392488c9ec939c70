import { atLeast } from '../eval/version.ts';
import { FORMS } from '../functions/table.ts';
import type { ApiVersion } from '../core.ts';
import type { Form } from '../functions/form.ts';

/** The form with exactly these keys, in any order, that a version has (spec 4.1, Matching); `undefined`: there is none. */
export function findForm(keys: readonly string[], version: ApiVersion): Form | undefined {
  return INDEX.get(indexKey(keys))?.find(
    ({ since, until }) =>
      (since === undefined || atLeast(version, since)) && (until === undefined || !atLeast(version, until)),
  );
}

/** One text for a set of keys. */
export function indexKey(keys: readonly string[]): string {
  return keys.length === 1 ? (keys[0] ?? '') : [...keys].sort().join('\0');
}

const INDEX: ReadonlyMap<string, readonly Form[]> = build();

function build(): ReadonlyMap<string, readonly Form[]> {
  const index = new Map<string, Form[]>();
  for (const form of FORMS)
    for (const keys of keySets(form)) {
      const key = indexKey(keys);
      const forms = index.get(key);
      if (forms === undefined) index.set(key, [form]);
      else forms.push(form);
    }
  return index;
}

/** All sets of keys that match a form: the required ones with any of the optional ones. */
function keySets({ params }: Form): readonly (readonly string[])[] {
  let sets: readonly (readonly string[])[] = [[]];
  for (const [key, { optional }] of params) {
    const longer = sets.map((set) => [...set, key]);
    sets = optional ? [...sets, ...longer] : longer;
  }
  return sets;
}

import { UnprintableValue, type Format } from '../format/index.ts';
import { likeliest } from '../format/shared/options.ts';
import { inGeneration, type Value } from '../value/index.ts';
import type { Today } from './audited.ts';
import { familyOf, newestFormat } from '../format/index.ts';
import type { Judged } from './judged.ts';

/** What today's drivers print for the value of a sample, family by family; a tab that is named counts alone. */
export function todayOf({ best, sample }: Judged): readonly Today[] {
  const all = [...new Set(best.map(({ format }) => familyOf(format)))];
  const named = all.filter((family) => sample.label?.families.includes(family));
  return (named.length > 0 ? named : all).flatMap((family) => {
    const newest = newestFormat(family);
    return newest === undefined ? [] : [todayIn(newest, best, sample.content.text)];
  });
}

function todayIn(newest: Format, best: Judged['best'], text: string): Today {
  const head = { driver: newest.about.driver, format: newest.id };
  const own = best.find(({ format }) => format.id === newest.id);
  if (own?.fit === 'exact' && own.by.id === newest.id) return { ...head, state: 'same' };
  const family = familyOf(newest);
  // The nearest format before it: what it reads is the most that the text says in this family.
  const from = own ?? best.findLast(({ format }) => familyOf(format) === family);
  if (from === undefined) return { ...head, state: 'unknown', text: 'nothing of this driver reads it' };
  const printed = printAs(newest, from.readings[0]);
  if (!printed.ok) return { ...head, state: 'unknown', text: printed.why };
  if (newest.mask(printed.text) === newest.mask(text)) return { ...head, state: 'same' };
  const state =
    withoutSpace(newest.mask(printed.text)) === withoutSpace(newest.mask(text)) ? 'layout' : 'changed';
  return { ...head, state, text: printed.text };
}

function printAs(
  format: Format,
  value: Value,
): { readonly ok: true; readonly text: string } | { readonly ok: false; readonly why: string } {
  try {
    return { ok: true, text: format.print(likeliest(inGeneration(value, format.about.generation))) };
  } catch (cause) {
    if (cause instanceof UnprintableValue)
      return { ok: false, why: `today's driver cannot ${cause.where} the value: ${cause.message}` };
    // A print needs a value that is wholly known.
    if (cause instanceof TypeError) return { ok: false, why: 'the sample does not say enough of the value' };
    throw cause;
  }
}

function withoutSpace(text: string): string {
  return text.replaceAll(/\s+/g, '');
}

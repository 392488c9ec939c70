import { format, inspect as inspectReal } from 'node:util';
import { wellFormed } from '../../shared/well-formed.ts';
import type { Profile } from '../layout/profile.ts';
import type { Shown } from '../layout/shown.ts';
export function inspect(shown: Shown, _profile: Profile, options: { readonly depth?: number } = {}): string {
  return inspectReal(real(shown), { depth: options.depth ?? 2 });
}
export function consoleLog(shown: Shown, _profile: Profile): string {
  return wellFormed(format(real(shown)));
}
function real(shown: Shown): unknown {
  if (typeof shown !== 'object' || shown === null) return shown;
  switch (shown.kind) {
    case 'text':
      return { [inspectReal.custom]: () => shown.text };
    case 'array':
      return shown.items.map(real);
    case 'bytes':
      return shown.bytes;
    case 'object': {
      const entries = Object.fromEntries(shown.entries.map(([key, value]) => [key, real(value)]));
      if (typeof shown.className !== 'string') return entries;
      const made: { new (): object } | undefined = { [shown.className]: class {} }[shown.className];
      return made === undefined
        ? entries
        : Object.defineProperties(new made(), Object.getOwnPropertyDescriptors(entries));
    }
  }
}

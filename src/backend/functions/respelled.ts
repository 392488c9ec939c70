import type { Form } from './form.ts';

/** A function that version UNSTABLE spells another way: as it is up to there, and with its new name from there on. */
export function respelled(name: string, original: Form): readonly Form[] {
  const [first, ...others] = original.params;
  if (first === undefined) return [original];
  return [
    { ...original, until: 'UNSTABLE' },
    { ...original, since: 'UNSTABLE', params: [[name, first[1]], ...others] },
  ];
}

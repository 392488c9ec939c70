import { isTagged, type Data } from '../data/data.ts';
import { Obj } from '../data/obj.ts';

/** An object, or a document as one: `ref`, `ts`, its fields; `undefined` for everything else. */
export function documentObject(value: Data): Obj | undefined {
  if (!isTagged(value)) return undefined;
  if (value.kind === 'object') return value;
  if (value.kind !== 'document') return undefined;
  return new Obj([['ref', value.ref], ['ts', value.ts], ...value.fields.entries]);
}

import { build, type Entry, type Value } from '../../../value/index.ts';
import { options } from '../../shared/options.ts';

/** The only key of an object that is not printed: `Obj{"object": x}` prints as `x` (`String` in `faunadb/values.go`). */
export const UNWRAPPED = 'object';

/** What a printed object stands for: no release decodes `@uuid`, so a uuid looks like an object of one key. */
export function objectReading(entries: readonly Entry[]): Value {
  const object: Value = { ...build.obj(entries), ordered: false };
  const [first] = entries;
  const [key, content] = first ?? [];
  if (entries.length !== 1 || key !== '@uuid' || content?.kind !== 'string') return object;
  return options([object, build.uuid(content.value)]);
}

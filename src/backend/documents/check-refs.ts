import { isArray, isTagged, type Data } from '../data/data.ts';
import { failure, type ValidationFailure } from '../eval/failure.ts';
import { documentWord } from '../eval/version.ts';
import type { Context } from '../eval/context.ts';
import type { Obj } from '../data/obj.ts';
import type { Position } from '../data/position.ts';

/**
 * Refuses params that hold refs which do not resolve or lead into another database (spec 4.5.2, step 2). Reported at the
 * form; the field begins with the form's whole position.
 */
export function checkRefs(params: Obj, position: Position, context: Context): void {
  const failures: ValidationFailure[] = [];
  collect(params, position.path().map(String), context, failures);
  if (failures.length === 0) return;
  throw failure(position, 'validation failed', `${documentWord(context.version)} data is not valid.`, {
    failures,
  });
}

function collect(
  value: Data,
  field: readonly string[],
  context: Context,
  failures: ValidationFailure[],
): void {
  if (isArray(value)) {
    value.forEach((item, index) => collect(item, [...field, String(index)], context, failures));
    return;
  }
  if (!isTagged(value)) return;
  if (value.kind === 'object')
    for (const [key, item] of value.entries) collect(item, [...field, key], context, failures);
  else if (value.kind === 'unresolved-ref')
    failures.push({ field, code: 'invalid reference', description: 'Cannot read reference.' });
  else if (value.kind === 'ref' && value.scope !== context.auth.scope)
    failures.push({ field, code: 'invalid reference', description: 'Reference cannot be scoped.' });
}

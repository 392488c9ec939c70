import type { ApiVersion } from '../core.ts';
import { typeName } from '../data/type-name.ts';
import type { Data } from '../data/data.ts';
import type { Position } from '../data/position.ts';
import type { UnresolvedRef } from '../data/unresolved-ref.ts';
import { failure, invalidArgument, type QueryFailure } from './failure.ts';
import { collectionWord } from './version.ts';

/** `A, B, or C expected, X provided.` */
export function expected(position: Position, types: readonly string[], provided: Data): QueryFailure {
  return invalidArgument(position, expectedText(types, typeName(provided)));
}

/** The text of `expected`, for parse errors too. */
export function expectedText(types: readonly string[], provided: string): string {
  return `${alternatives(types)} expected, ${provided} provided.`;
}

/** `A`, `A or B`, `A, B, or C`. */
function alternatives(types: readonly string[]): string {
  const last = types.at(-1) ?? '';
  if (types.length <= 2) return types.join(' or ');
  return `${types.slice(0, -1).join(', ')}, or ${last}`;
}

/** `Ref refers to undefined collection 'x'`. */
export function undefinedRef(position: Position, ref: UnresolvedRef, version: ApiVersion): QueryFailure {
  const { type, name } = ref.missing;
  const word = type === 'collection' ? collectionWord(version) : type;
  return failure(position, 'invalid ref', `Ref refers to undefined ${word} '${name}'`);
}

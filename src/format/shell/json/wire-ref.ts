import { build, JsonObject, type Json, type RefValue, type UnsaidValue } from '../../../value/index.ts';
import { RefSpecial } from '../../js/decode/specials.ts';

/** What a ref says whose members are all printed, as the wire has them. */
export function wholeRef(ref: RefSpecial): RefValue | UnsaidValue {
  const collection = partOf(ref.collection);
  const database = partOf(ref.database);
  return typeof ref.id === 'string' ? build.ref(ref.id, collection, database) : build.unsaid(NO_REF);
}
const NO_REF = 'a ref with something else in it';

function partOf(part: unknown): RefValue | UnsaidValue | undefined {
  if (part === undefined) return undefined;
  return part instanceof RefSpecial ? wholeRef(part) : build.unsaid(NO_REF);
}

/** The same in the words of the wire; `undefined`: it is no ref that a database has. */
export function refJson({ value }: RefSpecial): Json | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const members = Object.entries(value).map(
    ([key, part]) => [key, part instanceof RefSpecial ? refJson(part) : part] as const,
  );
  const known = members.filter((member): member is readonly [string, Json] => isKnown(member[1]));
  return known.length === members.length ? new JsonObject([['@ref', new JsonObject(known)]]) : undefined;
}

function isKnown(part: unknown): boolean {
  return typeof part === 'string' || part instanceof JsonObject;
}

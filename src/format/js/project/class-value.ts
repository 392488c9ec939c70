import { build, type Entry, type RefValue, type UnsaidValue, type Value } from '../../../value/index.ts';
import { wellFormed } from '../../shared/well-formed.ts';
import { decode } from '../decode/decode.ts';
import type { ClassName, Dialect } from '../dialect.ts';
import { UNSAID, refWithout } from '../decode/elided.ts';
import { inspect } from '../layout/inspect.ts';
import { refOfPath } from '../decode/path-ref.ts';
import { shownOf } from '../print/special-text.ts';
import { QuerySpecial, SetSpecial } from '../decode/specials.ts';

/**
 * What an object of the driver's classes says that does not print itself, `Ref { value: … }`, from what its `value` says;
 * `undefined`: the driver makes no such object.
 */
export function classValue(className: ClassName, content: Value, dialect: Dialect): Value | undefined {
  const text = content.kind === 'string' && content.cut === undefined ? content.value : undefined;
  switch (className) {
    case 'Ref':
      return refValue(content, dialect);
    case 'FaunaTime':
      return text === undefined ? undefined : build.ts(text);
    case 'FaunaDate':
      return text === undefined ? undefined : build.date(text);
    case 'Bytes':
      if (content.kind === 'unsaid' && content.why === UNSAID.deepObject)
        return build.unsaid(UNSAID.deepContent);
      return content.kind === 'bytes' || content.kind === 'unsaid' ? content : undefined;
    case 'SetRef':
      return content.kind === 'object'
        ? build.set(content.entries)
        : build.opaque('set', dialect.traits.id, render(new SetSpecial(decode(content, dialect)), dialect));
    case 'Query':
      return build.opaque(
        'query',
        dialect.traits.id,
        render(new QuerySpecial(decode(content, dialect)), dialect),
      );
  }
}

/** The text of something all of which is printed, however deep it is, in the layout that it has by itself. */
export function render(decoded: unknown, dialect: Dialect): string {
  const depth = Number.POSITIVE_INFINITY;
  return wellFormed(inspect(shownOf(decoded, dialect, depth), dialect.profile, { depth }));
}

function refValue(content: Value, { traits: { refs } }: Dialect): RefValue | undefined {
  if (content.kind === 'unsaid' && content.why === UNSAID.deepObject) return refWithout(UNSAID.deepMembers);
  if (refs.style === 'path')
    return content.kind === 'string' && content.cut === undefined ? refOfPath(content.value) : undefined;
  return content.kind === 'object' ? refOfMembers(content.entries) : undefined;
}

function refOfMembers(entries: readonly Entry[]): RefValue | undefined {
  const members = new Map(entries);
  const id = members.get('id');
  const [collection, database] = [partOf(members.get('class')), partOf(members.get('database'))];
  if (id?.kind !== 'string' || collection === 'other' || database === 'other') return undefined;
  return build.ref(id.value, collection, database);
}

function partOf(value: Value | undefined): RefValue | UnsaidValue | undefined | 'other' {
  return value === undefined || value.kind === 'ref' || value.kind === 'unsaid' ? value : 'other';
}

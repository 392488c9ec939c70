import { build, type RefValue, type Value } from '../../../value/index.ts';
import { BytesSpecial, RefSpecial, TextSpecial, type Special } from './specials.ts';
import { bytesOfWhy } from './cut-bytes.ts';

/** Why a part of a print is not said, in the words of a report. */
export const UNSAID = {
  deepObject: 'an object, nested too deep to be printed',
  deepArray: 'an array, nested too deep to be printed',
  deepTime: 'a time, nested too deep to be printed',
  deepDate: 'a date, nested too deep to be printed',
  deepBytes: 'bytes, nested too deep to be printed',
  deepContent: 'bytes, whose content is nested too deep to be printed',
  deepRef: 'a ref, nested too deep to be printed',
  deepMembers: 'a ref, whose members are nested too deep to be printed',
  lostTerm: 'a single special value as a term prints undefined',
  database: 'not printed',
  noDatabases: 'a path says nothing of databases',
  sameName: 'native, or a collection that has the name of a native one',
} as const;

/** What stands for something that is nested too deep, and why it is not said. */
const WHY_OF: ReadonlyMap<string, string> = new Map([
  ['[Object]', UNSAID.deepObject],
  ['[Array]', UNSAID.deepArray],
  ['[FaunaTime]', UNSAID.deepTime],
  ['[FaunaDate]', UNSAID.deepDate],
  ['[Bytes]', UNSAID.deepBytes],
  ['[Uint8Array]', UNSAID.deepContent],
]);
const TEXT_OF: ReadonlyMap<string, string> = new Map([...WHY_OF].map(([text, why]) => [why, text]));

/** What the text in the place of something nested too deep says, `[Array]` or `[Ref]`; `undefined`: it is no such text. */
export function elidedValue(text: string, id: string): Value | undefined {
  const why = WHY_OF.get(text);
  if (why !== undefined) return build.unsaid(why);
  switch (text) {
    case '[Ref]':
      return refWithout(UNSAID.deepRef);
    case '[SetRef]':
      return build.opaque('set', id, text);
    case '[Query]':
      return build.opaque('query', id, text);
    default:
      return undefined;
  }
}

/** A ref of which nothing is known. */
export function refWithout(why: string): RefValue {
  return build.ref(build.unsaid(why), build.unsaid(why), build.unsaid(why));
}

/** What prints as that which was read as unsaid for this reason. */
export function unseen(why: string): Special {
  const cut = bytesOfWhy(why);
  if (cut !== undefined) return new BytesSpecial(cut);
  const text = TEXT_OF.get(why) ?? 'undefined';
  return why === UNSAID.deepContent
    ? new BytesSpecial(new TextSpecial(text))
    : new TextSpecial(text, undefined, why);
}

/** The same for refs; `undefined`: its id is known. */
export function unseenRef({ id }: RefValue): Special | undefined {
  if (typeof id === 'string') return undefined;
  return id.why === UNSAID.deepMembers
    ? new RefSpecial(new TextSpecial('[Object]'))
    : new TextSpecial('[Ref]');
}

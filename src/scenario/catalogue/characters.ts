import { Class, Collection, Create, CreateCollection, Ref, type Expr } from '../fql.ts';
import type { SetUpStep } from '../scenario.ts';

/** The identity of the documentation's pages: same collection, same document id, same password. */
export const CHARACTER_ID = '181388642114077184';
export const PASSWORD = 'abracadabra';

export const character = (): Expr => Ref(Collection('characters'), CHARACTER_ID);
/** As the page of 2018 wrote it. */
export const characterOf2018 = (): Expr => Ref(Class('characters'), CHARACTER_ID);

/** A collection `characters` with the one character who has a password. */
export const characters: readonly SetUpStep[] = [
  { name: 'characters', query: () => CreateCollection({ name: 'characters', history_days: 30 }) },
  {
    name: 'character',
    query: () => Create(character(), { credentials: { password: PASSWORD }, data: { name: 'Ali Baba' } }),
  },
];

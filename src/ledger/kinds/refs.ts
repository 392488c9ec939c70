import * as fc from 'fast-check';
import { arbitraryDocument, arbitraryNamed, arbitraryRef } from '../../expect/arbitrary/ref.ts';
import { build, type RefValue, type Value } from '../../value/index.ts';
import type { Kind } from '../kind.ts';
import { UNUSUAL } from '../rows-of-their-own.ts';

const { ref } = build;
const collections = ref('collections');
const db1 = ref('db1', ref('databases'));
const other = ref('other', ref('databases'));
const named = (name: string, database?: RefValue): RefValue => ref(name, collections, database);

/**
 * Refs, by what they hang on and by the place of a database in them: at the collection, which is where the database puts it,
 * or at the document, which other senders may do.
 */
export const refs: readonly Kind[] = [
  {
    name: 'native ref',
    about: 'collections that every database has',
    directed: [ref('tokens'), ref('keys'), collections, ref('access_providers'), ref('indexes')],
  },
  {
    name: 'named ref',
    about: 'collections, indexes, functions … by name',
    directed: ['collections', 'databases', 'indexes', 'functions', 'roles', 'access_providers'].map(
      (parent) => ref('a', ref(parent)),
    ),
    arbitrary: withoutDatabase(arbitraryNamed()),
  },
  {
    name: 'document ref',
    about: 'documents, tokens, keys, credentials',
    directed: [
      ref('1', ref('tokens')),
      ref('1', ref('keys')),
      ref('1', ref('credentials')),
      ref('1', named('a')),
      ref('1', named('b')),
      // A collection of a user that is called like a native one.
      ref('1', named('indexes')),
      ref('1', ref('indexes')),
    ],
    arbitrary: withoutDatabase(arbitraryDocument()),
  },
  {
    name: 'native ref in a database',
    about: 'a native collection of a child database',
    directed: [
      ref('tokens', undefined, db1),
      ref('collections', undefined, db1),
      ref('tokens', undefined, other),
    ],
  },
  {
    name: 'named ref in a database',
    about: 'a named collection, index … of a child database',
    directed: [
      named('a', db1),
      named('a', other),
      ref('i', ref('indexes'), db1),
      named('a', ref('db1', ref('databases'), other)),
    ],
  },
  {
    name: 'document in a database',
    about: 'a document whose collection is of a child database',
    directed: [
      ref('1', named('a', db1)),
      ref('1', named('a', other)),
      ref('1', ref('tokens', undefined, db1)),
    ],
  },
  {
    name: 'document with a database of its own',
    about: 'a document ref that itself has a database, which no database sends',
    directed: [ref('1', named('a'), db1), ref('1', ref('tokens'), db1), ref('1', named('a'), other)],
  },
  {
    name: UNUSUAL,
    about: 'names that the database does not admit',
    directed: [
      ...['a b', 'é', 'we"ird', 'nl\nx', 'a, b', 'a) b', ')'].map((name) => named(name)),
      // What closes a name and opens a part of the ref: each is like a ref that has the part.
      ...['x, database=Ref(id=y', 'x, class=Ref(id=y', 'x, collection=Ref(id=y'].map((name) => named(name)),
      ...['ref(id = "', 'RefV(id = "', 'Ref(id="'].map((open) =>
        ref('i', ref(`indexes"), database = ${open}db1`, ref('databases'))),
      ),
      named('a", Database("db1'),
      ref('a"), "b', named('c')),
    ],
    arbitrary: withoutDatabase(fc.oneof(arbitraryNamed({ names: 'any' }), arbitraryRef({ names: 'any' }))),
  },
];

/** Only refs that name no database, anywhere. */
function withoutDatabase(arbitrary: fc.Arbitrary<RefValue>): fc.Arbitrary<Value> {
  const isWithout = (one: RefValue['collection']): boolean =>
    one?.kind !== 'ref' || (one.database === undefined && isWithout(one.collection));
  return arbitrary.filter(isWithout);
}

import { build } from '../../value/index.ts';
import {
  Collection,
  Create,
  CreateDatabase,
  CreateCollection,
  CreateKey,
  Collections,
  Database,
  Exists,
  Get,
  HasCurrentIdentity,
  Keys,
  Paginate,
  Ref,
} from '../fql.ts';
import { at, error, is, members, never, refIn, value } from '../properties.ts';
import type { Scenario } from '../scenario.ts';
import { tokenOf } from './log-in.ts';

export const keySecrets: Scenario = {
  name: 'key-secrets',
  title: "A key's secret is shown once; the key works as a client's secret.",
  setUp: [],
  steps: [
    {
      name: 'create a key',
      as: () => ({ key: 'admin' }),
      query: () => CreateKey({ role: 'server' }),
      answer: value(members('ref', 'ts', 'role', 'secret', 'hashed_secret'), refIn(['ref'], 'keys')),
    },
    {
      name: 'get the key',
      as: () => ({ key: 'admin' }),
      query: (seen) => Get(seen('create a key', 'ref')),
      answer: value(members('ref', 'ts', 'role', 'hashed_secret'), never('secret')),
    },
    {
      name: 'use the key',
      as: tokenOf('create a key'),
      query: () => HasCurrentIdentity(),
      answer: is(build.bool(false)),
    },
    {
      name: 'a server key lists no keys',
      query: () => Paginate(Keys()),
      answer: error(403, 'permission denied', { position: ['paginate'] }),
    },
    {
      name: 'an unknown secret',
      as: () => ({ key: 'unknown' }),
      query: () => HasCurrentIdentity(),
      answer: error(401, 'unauthorized', { description: 'Unauthorized' }),
    },
  ],
};

export const childDatabase: Scenario = {
  name: 'child-database',
  title: 'Refs into a child database carry its name.',
  setUp: [
    { name: 'child', query: () => CreateDatabase({ name: 'child' }) },
    { name: 'child key', query: () => CreateKey({ role: 'admin', database: Database('child') }) },
    {
      name: 'spells',
      as: tokenOf('child key'),
      query: () => CreateCollection({ name: 'spells', history_days: 30 }),
    },
    {
      name: 'spell',
      as: tokenOf('child key'),
      query: () => Create(Ref(Collection('spells'), '7'), { data: { words: 'open sesame' } }),
    },
  ],
  steps: [
    {
      name: 'a collection in it',
      as: () => ({ key: 'admin' }),
      query: () => Collection('spells', Database('child')),
      answer: is(build.ref('spells', build.ref('collections'), build.ref('child', build.ref('databases')))),
    },
    {
      name: 'a document in it',
      as: () => ({ key: 'admin' }),
      query: () => Ref(Collection('spells', Database('child')), '7'),
      answer: is(
        build.ref(
          '7',
          build.ref('spells', build.ref('collections'), build.ref('child', build.ref('databases'))),
        ),
      ),
    },
    {
      name: 'its native collection',
      as: () => ({ key: 'admin' }),
      query: () => Collections(Database('child')),
      answer: is(build.ref('collections', undefined, build.ref('child', build.ref('databases')))),
    },
    {
      name: 'the document exists',
      as: () => ({ key: 'admin' }),
      query: () => Exists(Ref(Collection('spells', Database('child')), '7')),
      answer: is(build.bool(true)),
    },
    {
      name: 'get the document',
      as: () => ({ key: 'admin' }),
      query: () => Get(Ref(Collection('spells', Database('child')), '7')),
      answer: value(members('ref', 'ts', 'data'), {
        name: 'names the child database in its ref',
        violation: (answer) => {
          const ref = at(answer, ['ref']);
          return ref?.kind === 'ref' &&
            ref.collection?.kind === 'ref' &&
            ref.collection.database !== undefined
            ? undefined
            : 'names no database in its ref';
        },
      }),
    },
  ],
};

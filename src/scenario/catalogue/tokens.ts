import { build } from '../../value/index.ts';
import {
  Collection,
  Create,
  CurrentIdentity,
  CurrentToken,
  Delete,
  Exists,
  Get,
  HasCurrentIdentity,
  HasCurrentToken,
  KeyFromSecret,
  Login,
  Paginate,
  Ref,
  Tokens,
  Update,
} from '../fql.ts';
import { error, is, members, never, pageOf, refIn, same, token, value } from '../properties.ts';
import type { Scenario } from '../scenario.ts';
import { character, characters, PASSWORD } from './characters.ts';
import { loginToken, tokenOf } from './log-in.ts';

const logIn = {
  name: 'log in',
  query: () => Login(character(), { password: PASSWORD }),
  answer: loginToken,
} as const;
const unauthorized = error(401, 'unauthorized', { description: 'Unauthorized' });

export const createAToken2021: Scenario = {
  name: 'create-a-token-2021',
  title: 'Create a token by Login and directly, as the page of 2021 shows it.',
  page: 'create-a-token-2021.txt',
  setUp: characters,
  steps: [
    logIn,
    { name: 'create directly', query: () => Create(Tokens(), { instance: character() }), answer: loginToken },
  ],
};

export const tokenLife: Scenario = {
  name: 'token-life',
  title: 'Get, list, update and delete a token; its secret is never shown again.',
  setUp: characters,
  steps: [
    logIn,
    {
      name: 'get the token',
      query: (seen) => Get(seen('log in', 'ref')),
      answer: value(
        members('ref', 'ts', 'instance', 'hashed_secret'),
        never('secret'),
        same(['ref'], (seen) => seen('log in', 'ref'), "the token's ref"),
        same(['ts'], (seen) => seen('log in', 'ts'), "the token's ts"),
      ),
    },
    { name: 'list the tokens', query: () => Paginate(Tokens()), answer: value(pageOf(1), never('secret')) },
    {
      name: 'update the token',
      query: (seen) => Update(seen('log in', 'ref'), { data: { device: 'phone' } }),
      answer: value(never('secret', 'hashed_secret'), members('ref', 'ts', 'instance', 'data')),
    },
    {
      name: 'the token exists',
      query: (seen) => Exists(seen('log in', 'ref')),
      answer: is(build.bool(true)),
    },
    {
      name: 'delete the token',
      query: (seen) => Delete(seen('log in', 'ref')),
      answer: value(never('secret')),
    },
    {
      name: 'the token is gone',
      query: (seen) => Exists(seen('log in', 'ref')),
      answer: is(build.bool(false)),
    },
    {
      name: 'get the deleted token',
      query: (seen) => Get(seen('log in', 'ref')),
      answer: error(404, 'instance not found', { description: 'Token not found.', position: [] }),
    },
    {
      name: 'use the deleted token',
      as: tokenOf('log in'),
      query: () => CurrentIdentity(),
      answer: unauthorized,
    },
  ],
};

export const tokenAsClient: Scenario = {
  name: 'token-as-client',
  title: "A token's secret as the client's secret: who am I, and what may I do?",
  setUp: characters,
  steps: [
    logIn,
    {
      name: 'current identity',
      as: tokenOf('log in'),
      query: () => CurrentIdentity(),
      answer: value(same([], (seen) => seen('character', 'ref'), 'the identity')),
    },
    {
      name: 'has an identity',
      as: tokenOf('log in'),
      query: () => HasCurrentIdentity(),
      answer: is(build.bool(true)),
    },
    {
      name: 'current token',
      as: tokenOf('log in'),
      query: () => CurrentToken(),
      answer: value(same([], (seen) => seen('log in', 'ref'), 'the token')),
    },
    {
      name: 'has a token',
      as: tokenOf('log in'),
      query: () => HasCurrentToken(),
      answer: is(build.bool(true)),
    },
    {
      name: 'get its own token',
      as: tokenOf('log in'),
      query: () => Get(Ref(Tokens(), 'self')),
      answer: error(400, 'invalid argument'),
    },
    {
      name: 'get its own document',
      as: tokenOf('log in'),
      query: () => Get(character()),
      answer: error(403, 'permission denied', {
        description: 'Insufficient privileges to perform the action.',
        position: [],
      }),
    },
    {
      name: 'create a document',
      as: tokenOf('log in'),
      query: () => Create(Collection('characters'), { data: {} }),
      answer: error(403, 'permission denied', { position: ['create'] }),
    },
    {
      name: 'find it by its secret',
      query: (seen) => KeyFromSecret(seen('log in', 'secret')),
      answer: value(
        never('secret'),
        same(['ref'], (seen) => seen('log in', 'ref'), "the token's ref"),
      ),
    },
    {
      name: 'a key has no identity',
      query: () => CurrentIdentity(),
      answer: error(400, 'missing identity', { description: 'Authentication does not contain an identity' }),
    },
    { name: 'a key is no identity', query: () => HasCurrentIdentity(), answer: is(build.bool(false)) },
  ],
};

export const twoTokens: Scenario = {
  name: 'two-tokens',
  title: 'Two tokens of one identity live side by side.',
  setUp: characters,
  steps: [
    { ...logIn, name: 'first log in' },
    {
      ...logIn,
      name: 'second log in',
      answer: token(refIn(['ref'], 'tokens'), {
        name: 'is another token',
        violation: (answer, seen) =>
          same(['ref'], () => seen('first log in', 'ref'), '').violation(answer, seen) === undefined
            ? 'is the same token'
            : undefined,
      }),
    },
    { name: 'list both', query: () => Paginate(Tokens()), answer: value(pageOf(2)) },
    {
      name: 'use the first',
      as: tokenOf('first log in'),
      query: () => CurrentToken(),
      answer: value(same([], (seen) => seen('first log in', 'ref'), 'the first token')),
    },
    {
      name: 'use the second',
      as: tokenOf('second log in'),
      query: () => CurrentToken(),
      answer: value(same([], (seen) => seen('second log in', 'ref'), 'the second token')),
    },
  ],
};

export const tokenWithoutCredentials: Scenario = {
  name: 'token-without-credentials',
  title: 'A token for a document that has no credentials can be created, but nobody can log in.',
  setUp: [
    ...characters,
    { name: 'extra', query: () => Create(Ref(Collection('characters'), '2'), { data: { name: 'Extra' } }) },
  ],
  steps: [
    {
      name: 'log in',
      query: () => Login(Ref(Collection('characters'), '2'), { password: PASSWORD }),
      answer: error(400, 'authentication failed', { position: [] }),
    },
    {
      name: 'create directly',
      query: (seen) => Create(Tokens(), { instance: seen('extra', 'ref') }),
      answer: token(members('ref', 'ts', 'instance', 'secret')),
    },
    {
      name: 'use it',
      as: tokenOf('create directly'),
      query: () => CurrentIdentity(),
      answer: value(same([], (seen) => seen('extra', 'ref'), 'the document')),
    },
    {
      name: 'create without an instance',
      query: () => Create(Tokens(), {}),
      answer: error(400, 'validation failed', {
        description: 'document data is not valid.',
        position: ['create'],
      }),
    },
  ],
};

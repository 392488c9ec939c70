import { build } from '../../value/index.ts';
import { CurrentIdentity, CurrentToken, Identify, Login, Logout, Paginate, Tokens, Update } from '../fql.ts';
import { error, is, pageOf, same, value } from '../properties.ts';
import type { Scenario } from '../scenario.ts';
import { character, characters, PASSWORD } from './characters.ts';
import { loginToken, tokenOf } from './log-in.ts';

const unauthorized = error(401, 'unauthorized', { description: 'Unauthorized' });
const logIn = (name: string) => ({
  name,
  query: () => Login(character(), { password: PASSWORD }),
  answer: loginToken,
});

export const identify: Scenario = {
  name: 'identify',
  title: 'Is this the right password? Asked without logging in.',
  setUp: characters,
  steps: [
    { name: 'right password', query: () => Identify(character(), PASSWORD), answer: is(build.bool(true)) },
    {
      name: 'wrong password',
      query: () => Identify(character(), 'open sesame'),
      answer: is(build.bool(false)),
    },
    { name: 'no token was made', query: () => Paginate(Tokens()), answer: value(pageOf(0)) },
  ],
};

export const logOutOne: Scenario = {
  name: 'log-out-one',
  title: 'Log out of one session: the other one stays.',
  setUp: characters,
  steps: [
    logIn('first log in'),
    logIn('second log in'),
    {
      name: 'log out',
      as: tokenOf('first log in'),
      query: () => Logout(false),
      answer: is(build.bool(true)),
    },
    { name: 'use the first', as: tokenOf('first log in'), query: () => CurrentToken(), answer: unauthorized },
    {
      name: 'use the second',
      as: tokenOf('second log in'),
      query: () => CurrentToken(),
      answer: value(same([], (seen) => seen('second log in', 'ref'), 'the second token')),
    },
    { name: 'list what is left', query: () => Paginate(Tokens()), answer: value(pageOf(1)) },
  ],
};

export const logOutAll: Scenario = {
  name: 'log-out-all',
  title: 'Log out of all sessions of an identity.',
  setUp: characters,
  steps: [
    logIn('first log in'),
    logIn('second log in'),
    {
      name: 'log out',
      as: tokenOf('second log in'),
      query: () => Logout(true),
      answer: is(build.bool(true)),
    },
    {
      name: 'use the first',
      as: tokenOf('first log in'),
      query: () => CurrentIdentity(),
      answer: unauthorized,
    },
    {
      name: 'use the second',
      as: tokenOf('second log in'),
      query: () => CurrentIdentity(),
      answer: unauthorized,
    },
    { name: 'no token is left', query: () => Paginate(Tokens()), answer: value(pageOf(0)) },
    { name: 'a key logs nobody out', query: () => Logout(true), answer: is(build.bool(false)) },
  ],
};

export const changePassword: Scenario = {
  name: 'change-password',
  title: 'A new password ends no session, but the old one logs nobody in any more.',
  setUp: characters,
  steps: [
    logIn('log in'),
    {
      name: 'change the password',
      query: () => Update(character(), { credentials: { password: 'open sesame' } }),
      answer: value(same(['ref'], (seen) => seen('character', 'ref'), 'the identity')),
    },
    {
      name: 'the session goes on',
      as: tokenOf('log in'),
      query: () => CurrentIdentity(),
      answer: value(same([], (seen) => seen('character', 'ref'), 'the identity')),
    },
    {
      name: 'log in with the old password',
      query: () => Login(character(), { password: PASSWORD }),
      answer: error(400, 'authentication failed', { position: [] }),
    },
    {
      name: 'log in with the new one',
      query: () => Login(character(), { password: 'open sesame' }),
      answer: loginToken,
    },
  ],
};

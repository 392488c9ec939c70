import { at, error, members, refIn, same, token, value } from '../properties.ts';
import { Collection, CurrentIdentity, Login, Ref, Time } from '../fql.ts';
import type { Scenario, Secret, Seen } from '../scenario.ts';
import { character, characterOf2018, characters, PASSWORD } from './characters.ts';

/** A token as `Login` gives it: these members in this order, and the identity that logged in. */
export const loginToken = token(
  members('ref', 'ts', 'instance', 'secret'),
  refIn(['ref'], 'tokens'),
  same(['instance'], (seen) => seen('character', 'ref'), 'the identity'),
);

const authenticationFailed = error(400, 'authentication failed', {
  description: 'The document was not found or provided password was incorrect.',
  position: [],
});

/** The secret that the named step's answer showed. */
export const tokenOf =
  (step: string) =>
  (seen: Seen): Secret => {
    const secret = seen(step, 'secret');
    return { secret: typeof secret === 'string' ? secret : '' };
  };

export const logIn2018: Scenario = {
  name: 'log-in-2018',
  title: 'Log in with a password, as the page of 2018 shows it.',
  page: 'login-2018.txt',
  setUp: characters,
  steps: [
    { name: 'log in', query: () => Login(characterOf2018(), { password: PASSWORD }), answer: loginToken },
  ],
};

export const logIn2020: Scenario = {
  name: 'log-in-2020',
  title: 'Log in with a password, as the page of 2020 shows it.',
  page: 'login-2020.txt',
  setUp: characters,
  steps: [
    { name: 'log in', query: () => Login(character(), { password: PASSWORD }), answer: loginToken },
    {
      name: 'log in with metadata',
      query: () => Login(character(), { password: PASSWORD, data: { device: 'phone' } }),
      answer: token(members('ref', 'ts', 'data', 'instance', 'secret')),
    },
  ],
};

export const wrongPassword: Scenario = {
  name: 'wrong-password',
  title: 'A login that fails: the printed error is evidence too.',
  setUp: characters,
  steps: [
    {
      name: 'wrong password',
      query: () => Login(character(), { password: 'open sesame' }),
      answer: authenticationFailed,
    },
    { name: 'no password', query: () => Login(character(), {}), answer: authenticationFailed },
    {
      name: 'no such character',
      query: () => Login(Ref(Collection('characters'), '1'), { password: PASSWORD }),
      answer: authenticationFailed,
    },
    {
      name: 'password of another type',
      query: () => Login(character(), { password: 1 }),
      answer: error(400, 'validation failed', { description: 'document data is not valid.', position: [] }),
    },
    {
      name: 'no such collection',
      query: () => Login(Ref(Collection('villains'), '1'), { password: PASSWORD }),
      answer: error(400, 'invalid ref', { position: ['login'] }),
    },
  ],
};

export const ttlExpiry: Scenario = {
  name: 'ttl-expiry',
  title: 'A token whose time to live is over is refused.',
  setUp: characters,
  steps: [
    {
      name: 'log in for long',
      query: () => Login(character(), { password: PASSWORD, ttl: Time('2999-12-31T23:59:59Z') }),
      answer: token(members('ref', 'ts', 'ttl', 'instance', 'secret'), {
        name: 'has a time as its ttl',
        violation: (answer) => (at(answer, ['ttl'])?.kind === 'ts' ? undefined : 'has no time as its ttl'),
      }),
    },
    {
      name: 'use the live token',
      as: tokenOf('log in for long'),
      query: () => CurrentIdentity(),
      answer: value(same([], (seen) => seen('character', 'ref'), 'the identity')),
    },
    {
      name: 'log in for the past',
      query: () => Login(character(), { password: PASSWORD, ttl: Time('2021-01-01T00:00:00Z') }),
      answer: token(members('ref', 'ts', 'ttl', 'instance', 'secret')),
    },
    {
      name: 'use the dead token',
      as: tokenOf('log in for the past'),
      query: () => CurrentIdentity(),
      answer: error(401, 'unauthorized', { description: 'Unauthorized' }),
    },
  ],
};

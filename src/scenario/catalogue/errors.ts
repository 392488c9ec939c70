import {
  Abort,
  Add,
  Call,
  Collection,
  Create,
  CreateFunction,
  Get,
  Lambda,
  Query,
  Ref,
  Select,
  Var,
} from '../fql.ts';
import { error } from '../properties.ts';
import type { Scenario } from '../scenario.ts';
import { character, characters } from './characters.ts';

export const errors: Scenario = {
  name: 'errors',
  title: 'One error of every kind, as each driver raises and prints it.',
  setUp: [
    ...characters,
    {
      name: 'function',
      query: () => CreateFunction({ name: 'add_one', body: Query(Lambda('n', Add(Var('n'), 1))) }),
    },
  ],
  steps: [
    {
      name: 'document not found',
      query: () => Get(Ref(Collection('characters'), '1')),
      answer: error(404, 'instance not found', { description: 'Document not found.', position: [] }),
    },
    {
      name: 'document exists',
      query: () => Create(character(), { data: {} }),
      answer: error(400, 'instance already exists', {
        description: 'Document already exists.',
        position: ['create'],
      }),
    },
    {
      name: 'value not found',
      query: () => Select(['data', 'age'], Get(character())),
      answer: error(404, 'value not found', {
        description: 'Value not found at path [data,age].',
        position: ['from'],
      }),
    },
    {
      name: 'invalid argument in a list',
      query: () => Add(1, 'two'),
      answer: error(400, 'invalid argument', {
        description: 'Number expected, String provided.',
        position: ['add', 1],
      }),
    },
    {
      name: 'validation with two failures',
      query: () => Create(Collection('characters'), { data: 1, ttl: 2 }),
      answer: error(400, 'validation failed', {
        description: 'document data is not valid.',
        position: ['create'],
      }),
    },
    {
      name: 'abort',
      query: () => Abort('stop, "thief"'),
      answer: error(400, 'transaction aborted', { description: 'stop, "thief"', position: [] }),
    },
    {
      name: 'error inside a function',
      query: () => Call('add_one', 'one'),
      answer: error(400, 'call error', {
        description: 'Calling the function resulted in an error.',
        position: [],
      }),
    },
    {
      name: 'permission denied',
      as: () => ({ key: 'client' }),
      query: () => Get(character()),
      answer: error(403, 'permission denied', { position: [] }),
    },
  ],
};

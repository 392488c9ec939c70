import { describe, expect, it } from 'vitest';
import { refPath } from '../../../src/backend/parse/ref-path.ts';

const native = (id: string) => ({ id });
const named = (collection: string, id: string) => ({ id, collection: native(collection) });
const document = (collection: string, id: string) => ({ id, collection: named('collections', collection) });

describe('refPath', () => {
  it.each([
    ['databases', native('databases')],
    ['classes', native('collections')],
    ['collections', native('collections')],
    ['tokens', native('tokens')],
    ['tokens/7', { id: '7', collection: native('tokens') }],
    ['tokens/self', { id: 'self', collection: native('tokens') }],
    ['databases/child', named('databases', 'child')],
    ['indexes/by.name-1', named('indexes', 'by.name-1')],
    ['roles/é', named('roles', 'é')],
    ['classes/c', named('collections', 'c')],
    ['classes/c/1', document('c', '1')],
    ['collections/c/self', document('c', 'self')],
  ])('reads %s', (text, ref) => {
    expect(refPath(text)).toEqual({ kind: 'ref', ref });
  });

  it.each([
    ['classes/events', native('collections')],
    ['classes/c/events', named('collections', 'c')],
    ['classes/c/1/events', document('c', '1')],
    ['tokens/events', native('tokens')],
    ['functions/f/events', named('functions', 'f')],
  ])('reads the events of %s', (text, of) => {
    expect(refPath(text)).toEqual({ kind: 'events', of });
  });

  it.each([
    '',
    '/classes',
    'classes/',
    'classes/c/',
    'classes/c/1/',
    'classes/c/1/2',
    'classes/c/x',
    'classes/c/99999999999999999999',
    'tokens/x',
    'databases/a/b',
    'databases/self',
    'databases/a b',
    'tasks',
    'x/y/z/w',
    'events',
    'nope',
  ])('refuses %j', (text) => {
    expect(refPath(text)).toBeUndefined();
  });
});

import faunadb from 'faunadb';
import { describe, expect, it } from 'vitest';
import { atLeast } from '../../../src/backend/eval/version.ts';
import { findForm } from '../../../src/backend/parse/form-index.ts';
import { FORMS } from '../../../src/backend/functions/table.ts';
import { specialForm } from '../../../src/backend/parse/special-forms.ts';

/** What the driver's `query` module has besides builders of forms. */
const NO_FORMS: ReadonlyMap<string, string> = new Map([
  ['Lambda', 'a part of other forms'],
  ['arity', 'a helper of the driver'],
  ['wrap', 'a helper of the driver'],
]);

const builders = Object.entries(faunadb.query).filter(
  ([name, value]) => typeof value === 'function' && !NO_FORMS.has(name),
);

/** Whether version 4 answers a form with these keys: a function, syntax, or a tagged value. */
function isServed(keys: readonly string[]): boolean {
  return (
    specialForm(keys, '4') !== undefined ||
    findForm(keys, '4') !== undefined ||
    (keys.length === 1 && keys[0]?.startsWith('@') === true)
  );
}

/** The forms that a builder makes of any number of arguments that it takes. */
function formsOf(build: unknown): readonly (readonly string[])[] {
  if (typeof build !== 'function') return [];
  const attempts = [0, 1, 2, 3, 4, 5].flatMap((count) =>
    [1, 'AQID', { a: 1 }, (x: unknown) => x].map((argument) => Array.from({ length: count }, () => argument)),
  );
  return attempts.flatMap((args) => {
    try {
      const made: unknown = JSON.parse(JSON.stringify(Reflect.apply(build, undefined, args)));
      return typeof made === 'object' && made !== null && !Array.isArray(made) ? [Object.keys(made)] : [];
    } catch {
      // The driver refuses that number or kind of arguments itself.
      return [];
    }
  });
}

describe('the functions that are served', () => {
  it('are found among all that the JavaScript driver can build', () => {
    expect(builders.length).toBeGreaterThan(180);
  });

  it.each(builders)('include %s', (_name, build) => {
    expect(formsOf(build).some(isServed)).toBe(true);
  });

  it('are those of the index of version 4: 209 names', () => {
    const names = FORMS.filter(
      ({ since, until }) =>
        (since === undefined || atLeast('4', since)) && (until === undefined || !atLeast('4', until)),
    ).map(({ params }) => params[0]?.[0]);
    const syntax = [
      'at',
      'var',
      'let',
      'if',
      'and',
      'or',
      'quote',
      'object',
      'do',
      'select',
      'select_all',
      'select_as_index',
    ];
    expect(new Set([...names, ...syntax]).size).toBe(209);
  });
});

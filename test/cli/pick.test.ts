import { describe, expect, it } from 'vitest';
import { filterByName, pick } from '../../src/cli/pick.ts';
import { UsageError } from '../../src/cli/usage-error.ts';

const items = ['javascript', 'java', 'python'].map((name) => ({ name }));

describe('picking by name', () => {
  it('gives everything for no name, and the order of the items for several', () => {
    expect(pick('driver', items, [])).toBe(items);
    expect(pick('driver', items, ['python', 'java']).map(({ name }) => name)).toEqual(['java', 'python']);
  });

  it.each([
    ['pyhton', 'Did you mean "python"?'],
    ['javascrpt', 'Did you mean "javascript"?'],
    ['cobol-2000', 'There are: javascript, java, python.'],
  ])('%s: %s', (name, hint) => {
    expect(() => pick('driver', items, [name])).toThrow(
      expect.objectContaining({ name: 'UsageError', hint }),
    );
  });

  it('filters by pattern, and refuses one that matches nothing', () => {
    expect(filterByName('driver', items, 'java*t').map(({ name }) => name)).toEqual(['javascript']);
    expect(() => filterByName('driver', items, 'x.*')).toThrow(UsageError);
  });
});

import { describe, expect, it } from 'vitest';
import { planChecks } from '../../src/run/plan.ts';
import { scenarios } from '../../src/scenario/index.ts';
import { checkName } from '../../src/verdict/verdict.ts';

describe('the catalogue', () => {
  it('plans every check under a name of its own: of two that share one, one would get lost', () => {
    const names = planChecks(scenarios, ['one', 'other']).map(checkName);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it.each(scenarios)(
    '$name: its steps have names of their own, and expect something of the answer',
    (scenario) => {
      const steps = [...scenario.setUp, ...scenario.steps].map(({ name }) => name);
      expect(new Set(steps).size).toBe(steps.length);
      for (const { name, answer } of scenario.steps)
        expect(answer.kind === 'error' || answer.properties.length > 0, name).toBe(true);
    },
  );
});

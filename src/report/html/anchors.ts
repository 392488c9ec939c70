import type { RunRecord } from '../../verdict/record.ts';

/** Where the page shows a scenario, a step of it, and what one driver printed there. */
export interface Anchors {
  scenario(scenario: string): string;
  step(scenario: string, step: string): string;
  print(scenario: string, step: string, driver: string): string;
  /** `undefined` for a divergence that the record does not explain. */
  known(id: string): string | undefined;
}

/** Ids of the page's own parts, which no scenario may take. */
export const PARTS = {
  result: 'result',
  matrix: 'matrix',
  red: 'red',
  discoveries: 'discoveries',
  known: 'known',
  drivers: 'drivers',
  scenarios: 'scenarios',
  filters: 'filters',
} as const;

/**
 * Readable ids, `log-in-2020--log-in--go`, for everything that people link to. They depend on the names alone, unless two
 * names differ only in signs that an id cannot have: the later one then ends in a number.
 */
export function anchorsOf({ scenarios, drivers, results, divergences }: RunRecord): Anchors {
  const taken = new Set<string>(Object.values(PARTS));
  const ids = new Map<string, string>();
  const give = (names: readonly string[]): void => {
    const key = JSON.stringify(names);
    if (ids.has(key)) return;
    const plain = names.map(slug).join('--');
    let id = plain;
    for (let count = 2; taken.has(id); count++) id = `${plain}-${count}`;
    taken.add(id);
    ids.set(key, id);
  };
  for (const { name, steps } of scenarios) {
    give([name]);
    for (const step of steps) {
      give([name, step]);
      for (const driver of drivers) give([name, step, driver.name]);
    }
  }
  // Generated scenarios have results and no steps of their own.
  for (const { check } of results) give([check.scenario]);
  for (const { id } of divergences) give([PARTS.known, '', id]);

  const find = (...names: readonly string[]): string => ids.get(JSON.stringify(names)) ?? PARTS.scenarios;
  return {
    scenario: find,
    step: find,
    print: find,
    known: (id) => ids.get(JSON.stringify([PARTS.known, '', id])),
  };
}

function slug(name: string): string {
  return name.replaceAll(/[^\p{L}\p{N}_-]+/gu, '-').replaceAll(/^-+|-+$/g, '') || 'x';
}

import type { DriverRecord, RunRecord, StepRecord } from '../../verdict/record.ts';
import type { Result } from '../../verdict/verdict.ts';
import { groupBy } from '../group-by.ts';
import { anchorsOf, type Anchors } from './anchors.ts';

/** A record with what the parts of the page look up in it. */
export interface PageIndex {
  readonly record: RunRecord;
  readonly anchors: Anchors;
  /** Scenarios in the order of the record, the generated ones at the end. */
  readonly scenarios: readonly string[];
  titleOf(driver: string): string;
  driver(name: string): DriverRecord | undefined;
  /** Without a step: those of all steps; without a driver: those of all drivers. */
  results(scenario: string, driver?: string, step?: string): readonly Result[];
  evidence(scenario: string, driver: string, step: string): StepRecord | undefined;
}

/** Looks a record through once, so that rendering a big one is not quadratic. */
export function indexOf(record: RunRecord): PageIndex {
  const key = (...names: readonly string[]): string => JSON.stringify(names);
  const byScenario = groupBy(record.results, ({ check }) => check.scenario);
  const byDriver = groupBy(record.results, ({ check }) => key(check.scenario, check.driver));
  const byStep = groupBy(record.results, ({ check }) => key(check.scenario, check.driver, check.step));
  const drivers = new Map(record.drivers.map((driver) => [driver.name, driver]));
  const evidence = new Map(
    record.cases.flatMap(({ scenario, driver, steps }) =>
      steps.map((step) => [key(scenario, driver, step.name), step] as const),
    ),
  );
  return {
    record,
    anchors: anchorsOf(record),
    scenarios: [...new Set([...record.scenarios.map(({ name }) => name), ...byScenario.keys()])],
    titleOf: (driver) => drivers.get(driver)?.title ?? driver,
    driver: (name) => drivers.get(name),
    results: (scenario, driver, step) => {
      if (driver === undefined) return byScenario.get(scenario) ?? [];
      if (step === undefined) return byDriver.get(key(scenario, driver)) ?? [];
      return byStep.get(key(scenario, driver, step)) ?? [];
    },
    evidence: (scenario, driver, step) => evidence.get(key(scenario, driver, step)),
  };
}

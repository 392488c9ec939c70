/**
 * From subjects (steps of scenarios) and drivers to the tabs of their examples. Every driver lives through the scenario in a
 * database of its own that answers as all the others do, so all of them print one value; that they were given one is checked.
 */
import { familyOf, newestFormat } from '../format/index.ts';
import { formats, UnprintableValue, type Format } from '../format/index.ts';
import { http27 } from '../format/http/index.ts';
import { closeDrivers, openDrivers, type OpenDriver } from '../run/open-drivers.ts';
import type { Participant } from '../run/participant.ts';
import type { Scenario } from '../scenario/index.ts';
import { fromWire, inGeneration, type Json } from '../value/index.ts';
import { SampleError, type Samples, type Subject, type Tab } from './sample.ts';
import { curlSession } from './take/curl-session.ts';
import { isSameValue, livePrints, type LivePrint } from './take/live-prints.ts';

/** The name of the tab that shows the answer of the database itself. */
export const CURL = 'curl';

export interface TakeSettings {
  readonly scenarios: readonly Scenario[];
  readonly participants: readonly Participant[];
  /** Let the model of a driver's format print where the driver is not here. */
  readonly model: boolean;
  readonly timeoutMs: number;
  readonly progress: (message: string) => void;
  readonly signal: AbortSignal;
}

/** Drivers that cannot be run anywhere any more, by the name of their tab: their formats are known all the same. */
export const MODELLED_ONLY: Readonly<Record<string, string>> = { shell: 'shell', ruby: 'rb', swift: 'swift' };

/**
 * Takes the samples of all steps of the scenarios.
 * @throws SampleError when two drivers were not given the same value.
 */
export async function takeSamples(settings: TakeSettings): Promise<Samples> {
  const drivers = await openDrivers(settings.participants, settings.progress, settings.signal);
  settings.signal.addEventListener('abort', () => void closeDrivers(drivers));
  try {
    const taken = new Map<string, ReadonlyMap<string, ReadonlyMap<string, LivePrint>>>();
    for (const scenario of settings.scenarios) {
      if (settings.signal.aborted) break;
      const prints = new Map([
        [CURL, await livePrints(scenario, { session: curlSession(), format: http27 }, settings.timeoutMs)],
      ]);
      await Promise.all(
        drivers.map(async ({ record, running }) => {
          if (running !== undefined)
            prints.set(record.name, await livePrints(scenario, running, settings.timeoutMs));
        }),
      );
      refuseTwoValues(scenario, prints);
      taken.set(scenario.name, prints);
    }
    return {
      tab: (subject, driver) => {
        const scenario = settings.scenarios.find(({ name }) => name === subject.scenario);
        const prints = taken.get(subject.scenario);
        if (scenario === undefined || prints === undefined)
          throw new SampleError(`There is no scenario "${subject.scenario}".`);
        return tabOf(driver, stepOf(scenario, subject), prints, drivers, settings.model);
      },
    };
  } finally {
    await closeDrivers(drivers);
  }
}

function stepOf({ name, steps }: Scenario, { step }: Subject): string {
  const found = step === undefined ? steps[0] : steps.find((one) => one.name === step);
  if (found !== undefined) return found.name;
  const names = steps.map((one) => `"${one.name}"`).join(', ');
  throw new SampleError(`The scenario "${name}" has no step "${step ?? ''}"; there are: ${names}.`);
}

/** All tabs of an example describe one value: one that another driver was given would be a lie. */
function refuseTwoValues(
  { name }: Scenario,
  prints: ReadonlyMap<string, ReadonlyMap<string, LivePrint>>,
): void {
  const given = prints.get(CURL);
  for (const [driver, steps] of prints)
    for (const [step, print] of steps) {
      const other = given?.get(step);
      if (print.ok && other?.ok === true && !isSameValue(print.resource, other.resource))
        throw new SampleError(
          `In "${name}", step "${step}", ${driver} was given another value than curl: the samples would not agree.`,
        );
    }
}

function tabOf(
  driver: string,
  step: string,
  prints: ReadonlyMap<string, ReadonlyMap<string, LivePrint>>,
  drivers: readonly OpenDriver[],
  model: boolean,
): Tab {
  const answer = prints.get(CURL)?.get(step);
  const open = drivers.find(({ record }) => record.name === driver);
  const live = prints.get(driver)?.get(step);
  const title = open?.record.title ?? titleOf(driver);
  if (live?.ok === true) return { state: 'printed', title, text: live.text };
  const why = live?.why ?? absence(open);
  const format =
    open === undefined ? newestFormat(MODELLED_ONLY[driver] ?? '') : formatNamed(open.record.format);
  // A driver that is here and did not print is not spoken for.
  if (!model || live !== undefined || format === undefined || answer?.ok !== true)
    return { state: 'missing', title, why };
  return modelled(format, answer.resource, title, why);
}

function titleOf(driver: string): string {
  return newestFormat(MODELLED_ONLY[driver] ?? '')?.about.driver ?? driver;
}

function formatNamed(id: string): Format | undefined {
  return formats.find((format) => format.id === id && familyOf(format) !== '');
}

function absence(open: OpenDriver | undefined): string {
  if (open === undefined) return 'there is no driver to run';
  const { state } = open.record;
  if (state.kind === 'unavailable') return state.missing;
  return state.kind === 'broken' ? state.problem : 'it did not print';
}

function modelled(format: Format, resource: Json, title: string, why: string): Tab {
  try {
    const value = inGeneration(fromWire(resource), format.about.generation);
    return { state: 'modelled', title, text: format.print(value), why };
  } catch (cause) {
    if (!(cause instanceof UnprintableValue)) throw cause;
    return { state: 'missing', title, why: `${why}; and it cannot ${cause.where} the value` };
  }
}

import type { Format } from '../../src/format/index.ts';
import type { Comparison } from './comparison.ts';
import { harnessOverhead } from './measures/harness-overhead.ts';
import { hostile } from './measures/hostile.ts';
import { indexPages } from './measures/index-pages.ts';
import { logins } from './measures/logins.ts';
import { oneConnection } from './measures/one-connection.ts';
import { parsing } from './measures/parsing.ts';
import { processPerCase } from './measures/process-per-case.ts';
import { requests } from './measures/requests.ts';
import { startUp } from './measures/start-up.ts';

/** Takes the formats that are asked for; gives each comparison when it is there. */
type Measure = (formats: readonly Format[]) => Iterable<Comparison> | Promise<Iterable<Comparison>>;

/** What can be measured, by the name that selects it: `npm run bench -- requests`. */
export const measures: Readonly<Record<string, Measure>> = {
  requests,
  'one-connection': oneConnection,
  logins,
  'index-pages': indexPages,
  'start-up': startUp,
  parsing,
  hostile,
  'harness-overhead': harnessOverhead,
  'process-per-case': processPerCase,
};

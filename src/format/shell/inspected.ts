import type { Format } from '../format.ts';
import { grammarOf } from '../js/about/grammar.ts';
import { RUNTIMES } from '../js/about/runtimes.ts';
import { RELEASES as DRIVERS } from '../js/about/releases.ts';
import type { Profile } from '../js/layout/profile.ts';
import { NEWEST_PROFILE } from '../js/make-format.ts';
import { print } from '../js/print/print.ts';
import { project } from '../js/project/project.ts';
import { parse } from '../js/read/parse.ts';
import { LAYOUT } from './about/leniencies.ts';
import { RELEASES, releasesOver } from './about/releases.ts';
import { ALL_LEVELS, driverOn } from './dialects.ts';
import { parsePromptError, projectPromptError } from './errors/prompt-error.ts';

const ID = 'shell/0.3';
/** What the last releases run over; the id without a suffix means it. */
const NEWEST_DRIVER = 'js/4.3';

/** A release of the JavaScript driver and a Node.js beneath the shell; absent: the newest. */
interface Beneath {
  readonly driver?: string;
  readonly profile?: Profile;
}

/**
 * What the prompt writes from 0.3.0 on, and `fauna eval --format shell` from 0.11.1 on: `util.inspect(result, { depth: null })`
 * (src/commands/shell.js, src/commands/eval.js). It is the text of the JavaScript driver beneath, to any depth, and a string by
 * itself stands in quotes.
 */
export function inspectedFormat({ driver = NEWEST_DRIVER, profile = NEWEST_PROFILE }: Beneath = {}): Format {
  const dialect = { ...driverOn(driver, profile), inspectedTo: ALL_LEVELS };
  const suffix = suffixOf({ driver, profile });
  return {
    id: `${ID}${suffix}`,
    ...(suffix === '' ? {} : { variantOf: ID }),
    about: {
      driver: 'Fauna Shell',
      releases: suffix === '' || driver === NEWEST_DRIVER ? RELEASES.inspected : releasesOver(driver),
      ...(suffix === '' ? {} : { runtime: runtimeText({ driver, profile }) }),
      statement: 'fauna shell',
      generation: dialect.traits.generation,
      change:
        'Results are inspected by Node.js, to any depth, and print as the JavaScript driver beneath has them (be3b06e, 2018-07-26).',
      grammar: grammarOf(dialect),
      leniencies: [LAYOUT],
      evidence: 'ran',
    },
    parse: (text) => parse(text, dialect),
    print: (value) => print(value, dialect),
    mask: (text) => text,
    steady: (text) => text,
    project: (value) => project(value, dialect),
    parseError: parsePromptError,
    projectError: (error) => projectPromptError(error, dialect),
    free: [],
  };
}

function suffixOf({ driver, profile }: Required<Beneath>): string {
  const release = driver === NEWEST_DRIVER ? '' : `+${driver.replace('/', '')}`;
  return profile === NEWEST_PROFILE ? release : `${release}+${profile}`;
}

function runtimeText({ driver, profile }: Required<Beneath>): string {
  if (driver === NEWEST_DRIVER) return RUNTIMES[profile];
  const [releases] = DRIVERS.get(driver) ?? [];
  const { from = '', to = from } = releases ?? {};
  return `the JavaScript driver ${to === from ? from : `${from} to ${to}`}`;
}

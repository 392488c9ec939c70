import { build, textError, type TextError, type Value } from '../../value/index.ts';
import type { Format, Reading } from '../format.ts';
import { grammarOf } from '../js/about/grammar.ts';
import { RUNTIMES } from '../js/about/runtimes.ts';
import type { Dialect } from '../js/dialect.ts';
import type { Profile } from '../js/layout/profile.ts';
import { NEWEST_PROFILE } from '../js/make-format.ts';
import { print } from '../js/print/print.ts';
import { project } from '../js/project/project.ts';
import { parse } from '../js/read/parse.ts';
import { LAYOUT } from './about/leniencies.ts';
import { RELEASES } from './about/releases.ts';
import { driverOn, PROMPT_LEVELS } from './dialects.ts';
import { parseCodeError, projectCodeError } from './errors/code-error.ts';

const ID = 'shell/0.0';
/** What `console.log("\n", result)` writes before the result. */
const BEFORE = '\n ';
/** Where numbers after the first argument of `console.log` are written as JavaScript turns them into text: -0 is `0`. */
const WITHOUT_SIGN: ReadonlySet<Profile> = new Set<Profile>(['n8', 'n10']);

/** What `query(…)` writes up to 0.0.11: `console.log("\n", result)` (src/commands/shell.js). */
export function firstFormat(profile: Profile = NEWEST_PROFILE): Format {
  const dialect = driverOn('js/2.0', profile);
  return {
    ...shared(dialect, profile === NEWEST_PROFILE ? [] : [profile]),
    parse: (text) => parseFirst(text, dialect),
    print: (value) => {
      const text = print(value, dialect);
      return `${BEFORE}${text === '-0' && WITHOUT_SIGN.has(profile) && value.kind !== 'string' ? '0' : text}`;
    },
    project: (value) => bothZeros(project(value, dialect), dialect),
  };
}

/** What the prompt of Node.js itself writes for a result in 0.1.0 and 0.1.1: a string in quotes, too (src/commands/shell.js). */
export function promptFormat(profile: Profile = NEWEST_PROFILE): Format {
  const dialect = { ...driverOn('js/2.0', profile), inspectedTo: PROMPT_LEVELS };
  return {
    ...shared(dialect, ['repl', ...(profile === NEWEST_PROFILE ? [] : [profile])]),
    parse: (text) => parse(text, dialect),
    print: (value) => print(value, dialect),
    project: (value) => project(value, dialect),
  };
}

function shared(dialect: Dialect, suffixes: readonly string[]): Omit<Format, 'parse' | 'print' | 'project'> {
  const isPrompt = dialect.inspectedTo !== undefined;
  const isOlder = dialect.profile !== NEWEST_PROFILE;
  const runtimes = [
    ...(isPrompt ? ['the prompt of Node.js, 0.1.0 and 0.1.1'] : []),
    ...(isOlder ? [RUNTIMES[dialect.profile]] : []),
  ];
  return {
    id: [ID, ...suffixes].join('+'),
    ...(suffixes.length === 0 ? {} : { variantOf: ID }),
    about: {
      driver: 'Fauna Shell',
      releases: RELEASES.query,
      ...(runtimes.length === 0 ? {} : { runtime: runtimes.join(', ') }),
      statement: isPrompt ? 'fauna shell' : 'query(Login(…))',
      generation: dialect.traits.generation,
      grammar: isPrompt ? grammarOf(dialect) : grammarOf(dialect).replace(OUTPUT, `output = "\\n " ( $1 ) ;`),
      leniencies: isPrompt
        ? [LAYOUT]
        : [LAYOUT, { takes: 'the result without the empty line and the blank before it', source: TRIMMED }],
      evidence: 'ran',
    },
    mask: (text) => text,
    steady: (text) => text,
    parseError: parseCodeError,
    projectError: projectCodeError,
    free: [],
  };
}
const OUTPUT = /output = ([^;]*?) ;/;
const TRIMMED = 'pages of the documentation of 2018 to 2021, which strip indentation and empty lines';

function parseFirst(text: string, dialect: Dialect): Reading {
  const start = text.startsWith(BEFORE) ? BEFORE.length : 0;
  const reading = parse(text.slice(start), dialect);
  const placed = ({ offset, expected }: TextError): TextError => textError(text, start + offset, expected);
  if (!reading.ok) return { ...reading, error: placed(reading.error) };
  const { readings, complete, onlyAsString } = reading;
  const [first, ...others] = readings;
  return {
    ok: true,
    readings: [bothZeros(first, dialect), ...others],
    complete,
    ...(onlyAsString === undefined ? {} : { onlyAsString: placed(onlyAsString) }),
  };
}

/** Where -0 is written `0`, that is either of them. */
function bothZeros(said: Value, { profile }: Dialect): Value {
  return said.kind === 'number' && said.value === 0 && WITHOUT_SIGN.has(profile)
    ? build.oneOf([build.num(0), build.num(-0)])
    : said;
}

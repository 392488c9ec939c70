import type { Format } from '../format.ts';
import { JSON_GRAMMAR } from './about/json-grammar.ts';
import { JSON_SPACE } from './about/leniencies.ts';
import { RELEASES } from './about/releases.ts';
import { driverOn } from './dialects.ts';
import { parseEvalError, projectEvalError, steadyReport } from './errors/eval-error.ts';
import { jsonFormat } from './json/json-format.ts';
import { saidTrimmed, trimmed, trimmedFormat } from './trimmed.ts';

const DIALECT = driverOn('js/4.3', 'n16');
const EVAL = 'shell/eval-json';

/**
 * What `fauna eval` writes from 0.11.1 on, and from 1.0.0 on where its output is no terminal (src/commands/eval.js,
 * writeFormattedJson). 0.9.4 to 0.10.0 wrote JSON into files only, and `util.inspect` to the terminal.
 */
export const evalJsonFormat: Format = {
  id: EVAL,
  about: {
    driver: 'Fauna Shell',
    releases: RELEASES.evalJson,
    statement: "fauna eval --format json 'Login(…)'",
    generation: DIALECT.traits.generation,
    change:
      'Another command than the prompt: JSON in the words of the wire, on one line (e613014, 2020-01-22), indented from 4.0.0 on.',
    grammar: JSON_GRAMMAR,
    leniencies: [JSON_SPACE],
    evidence: 'ran',
  },
  ...jsonFormat(EVAL, DIALECT),
  mask: (text) => text,
  steady: steadyReport,
  parseError: parseEvalError,
  projectError: (error) => projectEvalError(error, DIALECT.profile),
  free: [],
};

const INDENTED = `${EVAL}+4.0`;
const indented = jsonFormat(INDENTED, DIALECT, 2);

/** What 4.0.0 writes with `--json` (src/lib/formatting/colorize.mjs, jsonToAnsi): indented, without escape sequences. */
export const indentedJsonFormat: Format = {
  ...trimmedFormat,
  id: INDENTED,
  variantOf: EVAL,
  about: {
    ...evalJsonFormat.about,
    releases: RELEASES.trimmed,
    runtime: 'fauna query --json of 4.0.0, indented',
    statement: "fauna query --api-version 4 --json 'Login(…)'",
  },
  parse: indented.parse,
  print: (value) => trimmed(indented.print(value)),
  project: (value) => saidTrimmed(value, indented.print, indented.project(value)),
};

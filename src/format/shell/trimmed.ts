import { build, type Value } from '../../value/index.ts';
import type { Format } from '../format.ts';
import { grammarOf } from '../js/about/grammar.ts';
import { print } from '../js/print/print.ts';
import { project } from '../js/project/project.ts';
import { parse } from '../js/read/parse.ts';
import { LAYOUT } from './about/leniencies.ts';
import { RELEASES } from './about/releases.ts';
import { ALL_LEVELS, driverOn } from './dialects.ts';
import { parseSummaryError, projectSummaryError, steadySummary } from './errors/summary-error.ts';

const DIALECT = { ...driverOn('js/4.3', 'n16'), inspectedTo: ALL_LEVELS };

/**
 * What 4.0.0 writes for a query of API version 4: `util.inspect(result, { depth: null })` without escape sequences and white
 * space around it, coloured anew on a terminal (src/lib/faunadb.mjs, formatQueryResponse; src/lib/formatting/colorize.mjs).
 */
export const trimmedFormat: Format = {
  id: 'shell/4.0',
  about: {
    driver: 'Fauna Shell',
    releases: RELEASES.trimmed,
    statement: "fauna query --api-version 4 'Login(…)'",
    generation: DIALECT.traits.generation,
    change:
      'Escape sequences of terminals, which only names and terms of sets may hold, are taken out, and errors print as `code: description`. The text of all else is the same.',
    grammar: grammarOf(DIALECT),
    leniencies: [LAYOUT],
    evidence: 'ran',
  },
  parse: (text) => parse(text, DIALECT),
  print: (value) => trimmed(print(value, DIALECT)),
  mask: (text) => text,
  steady: steadySummary,
  project: (value) => saidTrimmed(value, (whole) => print(whole, DIALECT), project(value, DIALECT)),
  parseError: parseSummaryError,
  projectError: projectSummaryError,
  free: [],
};

/** What is left of `said` where something is taken out of the text: nobody knows of what. */
export function saidTrimmed(value: Value, printed: (value: Value) => string, said: Value): Value {
  if (said.kind === 'unsaid') return said;
  const text = printed(value);
  return trimmed(text) === text ? said : build.unsaid('escape sequences or white space are taken out of it');
}

/** A text without escape sequences, and without the white space around it. */
export function trimmed(text: string): string {
  return text.replaceAll(SEQUENCE, '').trim();
}

const END_OF_STRING = String.raw`(?:\u0007|\u001B\u005C|\u009C)`;
/** What strip-ansi 7.1.0, as the shell has it, takes for an escape sequence (ansi-regex 6.1.0, index.js). */
const SEQUENCE = new RegExp(
  [
    String.raw`[\u001B\u009B][[\]()#;?]*(?:(?:(?:(?:;[-a-zA-Z\d\/\#&.:=?%@~_]+)*|[a-zA-Z\d]+(?:;[-a-zA-Z\d\/\#&.:=?%@~_]*)*)?${END_OF_STRING})`,
    String.raw`(?:(?:\d{1,4}(?:;\d{0,4})*)?[\dA-PR-TZcf-nq-uy=><~]))`,
  ].join('|'),
  'g',
);

import type { Format } from '../format.ts';
import type { Dialect } from './dialect.ts';
import { parse } from './parse.ts';
import { parseError } from './parse-error.ts';
import { print } from './print.ts';
import { project } from './project.ts';
import { projectError } from './project-error.ts';
import { steady } from './steady.ts';

/**
 * What `console.log` writes for a result of the JavaScript driver (spec 4). The driver decides only the text of its own
 * classes: refs, sets, times and so on; everything else is Node.js. Numbers have lost their kind, keys that look like array
 * indexes their place, everything below depth 2 its content.
 */
export function makeFormat(dialect: Dialect): Format {
  return {
    id: dialect.traits.id,
    about: {
      driver: 'JavaScript',
      releases: [{ from: '4.3.0', to: '4.8.2', since: '2021-05-20' }],
      statement: 'console.log(result)',
      generation: dialect.traits.generation,
      grammar: '',
      leniencies: [],
      evidence: 'ran',
    },
    parse: (text) => parse(text, dialect),
    print: (value) => print(value, dialect),
    mask: (text) => text,
    steady,
    project: (value) => project(value, dialect),
    parseError,
    projectError: (error) => projectError(error, dialect),
    free: [],
  };
}

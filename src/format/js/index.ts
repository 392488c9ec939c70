/**
 * What `console.log` writes for a result of the JavaScript driver 4.3.0 to 4.8.2 (spec 4). The driver decides only the
 * text of its own classes: refs, sets, times and so on. Everything else is `util.inspect`, so this format *calls* Node.js
 * over stand-ins of those classes, and its prints are those of the Node.js that runs it; 16 to 24 print alike.
 * Numbers have lost their kind, keys that look like array indexes their place, everything below depth 2 its content.
 */
import type { Format } from '../format.ts';
import { ID } from './id.ts';
import { parse } from './parse.ts';
import { parseError } from './parse-error.ts';
import { print } from './print.ts';
import { project } from './project.ts';
import { projectError } from './project-error.ts';
import { steady } from './steady.ts';

export const js43: Format = {
  id: ID,
  about: {
    driver: 'JavaScript',
    releases: [{ from: '4.3.0', to: '4.8.2', since: '2021-05-20' }],
    statement: 'console.log(result)',
    generation: 'collections',
    grammar: '',
    leniencies: [],
    evidence: 'ran',
  },
  parse,
  print,
  mask: (text) => text,
  steady,
  project,
  parseError,
  projectError,
  free: [],
};

/** Formats of the driver, oldest first. */
export const jsFormats: readonly Format[] = [js43];

/**
 * What `print` writes for a result of the Python driver 2.7.0 to 4.5.2 on Python 3.7 or later (spec 7). Almost nothing is
 * lost: longs and doubles stay apart, keys keep their order, sets and queries print whole. Ids stand in no quotes, so an id with
 * brackets, commas or spaces in it is ambiguous; the database admits none.
 */
import type { Format } from '../format.ts';
import { ID } from './id.ts';
import { mask } from './mask.ts';
import { parse } from './parse.ts';
import { parseError } from './parse-error.ts';
import { print } from './print.ts';
import { project } from './project.ts';
import { projectError } from './project-error.ts';

export const py27: Format = {
  id: ID,
  about: {
    driver: 'Python',
    releases: [{ from: '2.7.0', to: '4.5.2', since: '2019-07-17' }],
    statement: 'print(result)',
    generation: 'collections',
    grammar: '',
    leniencies: [],
    evidence: 'ran',
  },
  parse,
  print,
  mask,
  steady: (text) => text,
  project,
  parseError,
  projectError,
  free: ['whether a character newer than the Unicode tables of the Python that prints is escaped'],
};

/** Formats of the driver, oldest first. */
export const pyFormats: readonly Format[] = [py27];

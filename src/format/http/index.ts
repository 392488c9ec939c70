/**
 * The body of an answer as curl prints it, API versions 2.7 to 4 (spec 3). Nothing is lost, so the wire is a format like
 * the others: `print` is what the database writes, and `parse` reads older API versions too, the status line and the
 * missing envelope that documentation samples have.
 */
import type { Format } from '../format.ts';
import { parse } from './parse.ts';
import { parseError } from './parse-error.ts';
import { print } from './print.ts';
import { project } from './project.ts';
import { projectError } from './project-error.ts';

export const http27: Format = {
  id: 'http/2.7',
  about: {
    driver: 'HTTP',
    releases: [{ from: '2.7' }],
    statement: "curl https://db.fauna.com/ -u SECRET: -d '\u2026'",
    generation: 'collections',
    grammar: '',
    leniencies: [],
    evidence: 'ran',
  },
  parse,
  print,
  mask: (text) => text,
  steady: (text) => text,
  project,
  parseError,
  projectError,
  free: [],
};

/** Formats of the wire, oldest first. */
export const httpFormats: readonly Format[] = [http27];

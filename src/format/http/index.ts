/**
 * The body of an answer as curl prints it, one format for each spelling of refs (spec 3). Nothing is lost but the database
 * of a ref that is a path, so the wire is a format like the others: `print` is what the database writes, and `parse` reads
 * the spellings of all API versions, the status line and the missing envelope that documentation samples have.
 */
import type { About, Format } from '../format.ts';
import { aboutWire } from './about.ts';
import { parse } from './parse.ts';
import { parseError } from './parse-error.ts';
import { print } from './print.ts';
import { project } from './project.ts';
import { projectError } from './project-error.ts';

const http1 = wireFormat(
  'http/1',
  aboutWire({ releases: [{ from: '1', to: '2.0' }], generation: 'paths', evidence: 'derived' }),
);

const http21 = wireFormat(
  'http/2.1',
  aboutWire({
    releases: [{ from: '2.1', to: '2.1' }],
    generation: 'classes',
    change: 'Refs are objects with id, class and database instead of paths.',
    evidence: 'derived',
  }),
);

export const http27 = wireFormat(
  'http/2.7',
  aboutWire({
    releases: [{ from: '2.7' }],
    generation: 'collections',
    change: 'Refs say collection for class, and the native collection classes is called collections.',
    evidence: 'ran',
  }),
);

/** Formats of the wire, oldest first. */
export const httpFormats: readonly Format[] = [http1, http21, http27];

function wireFormat(id: string, about: About): Format {
  return {
    id,
    about,
    parse,
    print: (value) => print(value, about.generation),
    mask: (text) => text,
    steady: (text) => text,
    project: (value) => project(value, about.generation),
    parseError,
    projectError,
    free: [],
  };
}

import type { Format } from '../format.ts';
import { aboutOf } from './about/about.ts';
import type { Dialect } from './dialect.ts';
import { parse } from './read/parse.ts';
import { parseError } from './error/parse-error.ts';
import { print } from './print/print.ts';
import { project } from './project/project.ts';
import { projectError } from './error/project-error.ts';
import { steady } from './error/steady.ts';

/**
 * What `console.log` writes for a result of the JavaScript driver (spec 4). The driver decides only the text of its own
 * classes: refs, sets, times and so on; everything else is Node.js. Numbers have lost their kind, keys that look like array
 * indexes their place, everything below depth 2 its content.
 */
export function makeFormat(dialect: Dialect): Format {
  const { id } = dialect.traits;
  const isVariant = dialect.profile !== NEWEST_PROFILE;
  return {
    id: isVariant ? `${id}+${dialect.profile}` : id,
    ...(isVariant ? { variantOf: id } : {}),
    about: aboutOf(dialect, isVariant),
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

/** The layout that an id without a suffix means: Node.js 16 and later. */
export const NEWEST_PROFILE = 'n16';

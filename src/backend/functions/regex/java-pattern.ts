import { createContext, Script } from 'node:vm';
import { ProtocolFailure } from '../../eval/protocol-failure.ts';
import { BadPattern } from './cursor.ts';
import { translate } from './translate.ts';

/** One match: where it is, in UTF-16 units, and the text of each of Java's groups; group 0 is the match. */
export interface Match {
  readonly index: number;
  readonly groups: readonly (string | undefined)[];
}

/** A compiled pattern. */
export interface JavaPattern {
  readonly names: ReadonlyMap<string, number>;
  /** At most `limit` matches from an offset on, one behind the other. */
  find(text: string, from: number, limit: number): readonly Match[];
}

/** How long one search may take: patterns that go back and forth without end would hold up all other queries. */
const TIME_LIMIT_MS = 1000;
const CACHED = 500;
const cache = new Map<string, JavaPattern | undefined>();

/** Compiles a pattern as Java would; `undefined`: it is none. */
export function javaPattern(pattern: string): JavaPattern | undefined {
  if (cache.has(pattern)) return cache.get(pattern);
  const compiled = compile(pattern);
  if (cache.size >= CACHED) cache.clear();
  cache.set(pattern, compiled);
  return compiled;
}

function compile(pattern: string): JavaPattern | undefined {
  try {
    const { source, groups, names } = translate(pattern);
    const expression = new RegExp(source, 'gv');
    return {
      names,
      find: (text, from, limit) =>
        withinTime(() => {
          const matches: Match[] = [];
          expression.lastIndex = from;
          while (matches.length < limit) {
            const match = expression.exec(text);
            if (match === null) break;
            matches.push({ index: match.index, groups: groups.map((group) => match[group]) });
            if (match[0] === '')
              expression.lastIndex += (text.codePointAt(match.index) ?? 0) > 0xffff ? 2 : 1;
          }
          return matches;
        }),
    };
  } catch (error) {
    if (error instanceof BadPattern || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

// The only way to stop a search from outside is to run it as a script that has a time limit.
const surroundings: { search?: () => unknown } = {};
const context = createContext(surroundings);
const script = new Script('search()');

function withinTime<T>(search: () => T): T {
  const results: T[] = [];
  surroundings.search = () => results.push(search());
  try {
    script.runInContext(context, { timeout: TIME_LIMIT_MS });
  } catch (error) {
    if (isTimeout(error)) throw new ProtocolFailure(503, 'time out', 'Read timed out.');
    throw error;
  }
  const [result] = results;
  if (result === undefined) throw new Error('a search ended without a result');
  return result;
}

/** By its code: the error may come from another realm, where `Error` is another class. */
function isTimeout(error: unknown): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
  );
}

import type { About } from '../../format.ts';
import type { Dialect } from '../dialect.ts';
import { CHANGES } from './changes.ts';
import { grammarOf } from './grammar.ts';
import { leniencies } from './leniencies.ts';
import { RELEASES } from './releases.ts';
import { RUNTIMES } from './runtimes.ts';

/** What is published of a format. */
export function aboutOf(dialect: Dialect, isVariant: boolean): About {
  const { id, generation } = dialect.traits;
  const change = CHANGES.get(id);
  return {
    driver: 'JavaScript',
    releases: RELEASES.get(id) ?? [],
    ...(isVariant ? { runtime: RUNTIMES[dialect.profile] } : {}),
    statement: 'console.log(result)',
    generation,
    ...(change === undefined ? {} : { change }),
    grammar: grammarOf(dialect),
    leniencies: leniencies(id),
    evidence: 'ran',
  };
}

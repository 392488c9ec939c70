import type { Value } from '../../value/index.ts';
import type { About } from '../format.ts';
import { readAll } from '../shared/ambiguous/read-all.ts';
import { readAnyLength } from '../shared/direct/read-any-length.ts';
import type { DirectFormat, Ways } from '../shared/direct/ways.ts';
import { INVARIANT } from './culture.ts';
import { csStyle } from './direct.ts';
import { classNameEbnf } from './ebnf.ts';
import { csErrors } from './errors.ts';
import { csGrammar } from './grammar.ts';
import { printDecoded } from './print.ts';
import { project } from './project.ts';
import { isDecodable, isPuzzling, refuseUndecodable } from './refuse-undecodable.ts';
import type { Traits } from './traits.ts';

/** An id of the `NameV(…)` texts: what its releases are, and what is special in them. */
export interface CsId {
  readonly traits: Traits;
  readonly about: Pick<About, 'releases' | 'generation' | 'change' | 'evidence' | 'leniencies'>;
  /** HTTP statuses without an exception of their own. */
  readonly withoutErrors?: readonly number[];
}

/** The format of an id on .NET Core 3.0 and later under the invariant culture. */
export function csFormat({ traits, about, withoutErrors }: CsId): DirectFormat {
  const grammar = csGrammar(traits);
  const mask = (text: string): string => text;
  const decoded = (value: Value): string => printDecoded(value, traits);
  const print = (value: Value): string => {
    refuseUndecodable(value, traits);
    return decoded(value);
  };
  const { parseError, projectError } = csErrors(withoutErrors);
  const ways: Ways = {
    style: csStyle(traits),
    printDecoded: decoded,
    isDecodable: (value, text) =>
      (text !== undefined && !isPuzzling(text, traits)) || isDecodable(value, traits),
    readAll: (text) => readAll(text, grammar, { print, printDecoded: decoded, mask }),
  };
  return {
    id: traits.id,
    about: {
      driver: 'C#',
      statement: 'Console.WriteLine(result)',
      grammar: classNameEbnf(traits),
      ...about,
    },
    ways,
    parse: (text) => readAnyLength(text, ways),
    print,
    mask,
    steady: (text) => text,
    project: (value) => project(value, traits),
    parseError,
    projectError,
    free: [],
  };
}

/** The same under another culture, which the id then names: `cs/2.9+de-DE`. */
export function inCulture(id: CsId, culture: Traits['culture']): DirectFormat {
  if (culture === INVARIANT) return csFormat(id);
  return {
    ...csFormat({ ...id, traits: { ...id.traits, culture } }),
    ...variant(id, culture.name, `.NET Core 3.0 and later, culture ${culture.name}`),
  };
}

/** The same where doubles have 15 digits: `cs/2.9+fx`. */
export function onFramework(id: CsId): DirectFormat {
  return {
    ...csFormat({ ...id, traits: { ...id.traits, digits: 15 } }),
    ...variant(id, 'fx', '.NET Framework, Mono, .NET Core before 3.0'),
  };
}

function variant(
  id: CsId,
  suffix: string,
  runtime: string,
): Pick<DirectFormat, 'id' | 'variantOf' | 'about'> {
  const bare = csFormat(id);
  return { id: `${bare.id}+${suffix}`, variantOf: bare.id, about: { ...bare.about, runtime } };
}

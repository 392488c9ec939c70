/** The four old texts of the Java driver, up to 2.2.0: class names, `ObjectV({a=StringV(x)})`. */
import { build, javaDouble } from '../../value/index.ts';
import type { About, Leniency } from '../format.ts';
import { classNameGrammar } from '../jvm/class-name/grammar.ts';
import { classNames } from '../jvm/class-name/class-names.ts';
import { classNameDirect } from '../jvm/class-name/direct.ts';
import { classNameEbnf } from '../jvm/ebnf.ts';
import { jvmErrors } from '../jvm/errors.ts';
import { jvmFormat } from '../jvm/jvm-format.ts';
import { V03, V031, V04, V11, V21, type OldRelease } from '../jvm/old-releases.ts';
import { bodyText, queryText, readQueryText } from './query-text.ts';
import type { DirectFormat } from '../shared/direct/ways.ts';

/** What is special in the releases of one id. */
interface Old extends OldRelease {
  readonly id: string;
  readonly ref: 'path' | 'members';
  readonly evidence: About['evidence'];
  /** No release of the id decodes `{}`; of 1.1.0 to 2.0.0, 1.2.1 to 1.2.7 do. */
  readonly noEmptyObject: boolean;
  /** Statuses that have an exception of their own. */
  readonly statuses: readonly number[];
}

const EMPTY_OBJECT: Leniency = {
  takes: 'ObjectV({}), which no release of this format could decode from the wire; 1.2.1 to 1.2.7 print it',
  source: 'faunadb-java 1.2.1, types/Deserializer.java',
};

/** A format of class names, from its traits. */
export function oldJava(old: Old): DirectFormat {
  const { id, about, ref, time, bytes, query, evidence, noEmptyObject, statuses } = old;
  const names = classNames(
    {
      topNull: 'null',
      boolean: (value) => `BooleanV(${value})`,
      array: { open: 'Arr([', close: '])' },
      object: { open: 'ObjectV({', close: '})' },
      set: { open: 'SetRefV({', close: '})' },
      setsWithoutNulls: true,
      is: '=',
      ref,
      time,
      bytes,
      ...(query
        ? {
            query: {
              print: (value) => `QueryV(${bodyText(value, javaDouble)})`,
              project: (value) => build.opaque('query', id, bodyText(value, javaDouble)),
              rule: () => queryText(id),
              direct: { leaf: (reader) => readQueryText(reader, id) },
            },
          }
        : {}),
    },
    about.generation,
    javaDouble,
  );
  return jvmFormat({
    id,
    about: {
      driver: 'Java',
      statement: 'System.out.println(result)',
      grammar: classNameEbnf({ scala: false, path: ref === 'path', bytes, query }),
      leniencies: noEmptyObject ? [EMPTY_OBJECT] : [],
      evidence,
      ...about,
    },
    limits: { bytes, query: query ? 'map' : 'tag', noEmptyObject },
    grammar: classNameGrammar(names),
    direct: classNameDirect(names),
    printDecoded: names.print,
    project: names.project,
    errors: jvmErrors('com.faunadb.client.errors.', statuses),
  });
}

const FIRST_STATUSES = [400, 401, 404, 500, 503];
const STATUSES = [400, 401, 403, 404, 500, 503];

/** Ids whose refs are paths: their releases cannot be had. */
const PATHS = { ref: 'path', evidence: 'derived', noEmptyObject: true, statuses: STATUSES } as const;

export const java03 = oldJava({ ...V03, ...PATHS, id: 'java/0.3', statuses: FIRST_STATUSES });
export const java031 = oldJava({ ...V031, ...PATHS, id: 'java/0.3.1', statuses: FIRST_STATUSES });
export const java04 = oldJava({ ...V04, ...PATHS, id: 'java/0.4' });
export const java11 = oldJava({
  ...V11,
  ...PATHS,
  id: 'java/1.1',
  about: {
    ...V11.about,
    change:
      'Queries are decoded and print as QueryV({lambda=x, …}), the map text of Java (36eb164e, 2017-04-17).',
  },
  noEmptyObject: false,
});
export const java21 = oldJava({
  ...V21,
  ...PATHS,
  id: 'java/2.1',
  about: {
    ...V21.about,
    change: 'Refs have members, RefV(id = "1", class = RefV(…)), no longer a path (72fd4c0b, 2017-06-30).',
  },
  ref: 'members',
  evidence: 'ran',
});

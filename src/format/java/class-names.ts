/** The four old texts of the Java driver, up to 2.2.0: class names, `ObjectV({a=StringV(x)})`. */
import { build, javaDouble } from '../../value/index.ts';
import type { About, Leniency } from '../format.ts';
import { classNameGrammar } from '../jvm/class-name/grammar.ts';
import { classNames } from '../jvm/class-name/class-names.ts';
import { classNameDirect } from '../jvm/class-name/direct.ts';
import type { ClassNameStyle } from '../jvm/class-name/style.ts';
import { classNameEbnf } from '../jvm/ebnf.ts';
import { jvmErrors } from '../jvm/errors.ts';
import { jvmFormat } from '../jvm/jvm-format.ts';
import { HIGH_PRECISION, INSTANT } from '../jvm/times.ts';
import { bodyText, queryText, readQueryText } from './query-text.ts';
import type { DirectFormat } from '../shared/direct/ways.ts';

/** What is special in the releases of one id. */
interface Old {
  readonly id: string;
  readonly about: Pick<About, 'releases' | 'change' | 'generation' | 'evidence'>;
  readonly ref: 'path' | 'members';
  readonly time: ClassNameStyle['time'];
  readonly bytes: boolean;
  readonly query: boolean;
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
export function oldJava({ id, about, ref, time, bytes, query, noEmptyObject, statuses }: Old): DirectFormat {
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

export const java03 = oldJava({
  id: 'java/0.3',
  about: {
    releases: [{ from: '0.3.0', since: '2016-07-11', to: '0.3.0', until: '2016-07-11' }],
    generation: 'paths',
    evidence: 'derived',
  },
  ref: 'path',
  time: INSTANT,
  bytes: false,
  query: false,
  noEmptyObject: true,
  statuses: FIRST_STATUSES,
});

export const java031 = oldJava({
  id: 'java/0.3.1',
  about: {
    releases: [{ from: '0.3.1', since: '2016-08-02', to: '0.3.3', until: '2016-10-28' }],
    change: 'Times have nine digits always (2fb51189, 2016-07-22); before 1970 the fraction may be negative.',
    generation: 'paths',
    evidence: 'derived',
  },
  ref: 'path',
  time: HIGH_PRECISION,
  bytes: false,
  query: false,
  noEmptyObject: true,
  statuses: FIRST_STATUSES,
});

export const java04 = oldJava({
  id: 'java/0.4',
  about: {
    releases: [{ from: '0.4.0', since: '2017-02-28', to: '1.0.0', until: '2017-03-13' }],
    change: 'Bytes are decoded and print as BytesV(0x01, 0x02) (9621c15e, 2017-02-03).',
    generation: 'paths',
    evidence: 'derived',
  },
  ref: 'path',
  time: HIGH_PRECISION,
  bytes: true,
  query: false,
  noEmptyObject: true,
  statuses: STATUSES,
});

export const java11 = oldJava({
  id: 'java/1.1',
  about: {
    releases: [
      { from: '1.1.0', since: '2017-05-02', to: '1.2.7', until: '2019-06-07' },
      { from: '2.0.0', since: '2018-08-30', to: '2.0.0', until: '2018-08-30' },
    ],
    change:
      'Queries are decoded and print as QueryV({lambda=x, …}), the map text of Java (36eb164e, 2017-04-17).',
    generation: 'paths',
    evidence: 'derived',
  },
  ref: 'path',
  time: HIGH_PRECISION,
  bytes: true,
  query: true,
  noEmptyObject: false,
  statuses: STATUSES,
});

export const java21 = oldJava({
  id: 'java/2.1',
  about: {
    releases: [{ from: '2.1.0', since: '2018-03-21', to: '2.2.0', until: '2018-05-03' }],
    change: 'Refs have members, RefV(id = "1", class = RefV(…)), no longer a path (72fd4c0b, 2017-06-30).',
    generation: 'classes',
    evidence: 'ran',
  },
  ref: 'members',
  time: HIGH_PRECISION,
  bytes: true,
  query: true,
  noEmptyObject: true,
  statuses: STATUSES,
});

/** The plain texts of the Java driver since 2.5.2: `{ref: ref(id = "1", …), ts: 1}`; queries are printed as Java prints maps. */
import { build, javaDouble, type Value } from '../../value/index.ts';
import type { About } from '../format.ts';
import { jvmGrammar } from '../jvm/grammar.ts';
import { plainStyle } from '../jvm/direct/plain-style.ts';
import { plainEbnf } from '../jvm/ebnf.ts';
import { jvmErrors } from '../jvm/errors.ts';
import { jvmFormat } from '../jvm/jvm-format.ts';
import { printJvmValue } from '../jvm/print-value.ts';
import { projectJvmValue } from '../jvm/project-value.ts';
import { shortestDouble } from '../jvm/shortest-double.ts';
import { ownEntries } from '../shared/own-entries.ts';
import { bodyText, queryText, readQueryText } from './query-text.ts';
import { SPLIT_LINES, readSplitLines } from './split-lines.ts';
import type { DirectFormat } from '../shared/direct/ways.ts';

interface Plain {
  readonly id: string;
  readonly variantOf?: string;
  readonly about: Pick<About, 'releases' | 'change' | 'generation' | 'evidence' | 'runtime'>;
  readonly container: 'class' | 'collection';
  readonly doubleText: (value: number) => string;
  readonly statuses?: readonly number[];
}

function plainJava({ id, variantOf, about, container, doubleText, statuses }: Plain): DirectFormat {
  const query = (value: Value & { readonly kind: 'query' }): string => bodyText(value, doubleText);
  const format = jvmFormat({
    id,
    ...(variantOf === undefined ? {} : { variantOf }),
    about: {
      driver: 'Java',
      statement: 'System.out.println(result)',
      grammar: plainEbnf({ nullWord: 'null', container, javaQueries: true }),
      leniencies: [SPLIT_LINES],
      ...about,
    },
    limits: { bytes: true, query: 'map' },
    grammar: jvmGrammar({
      nullWord: 'null',
      container,
      doubleText,
      object: build.obj,
      more: [queryText(id)],
    }),
    direct: plainStyle({
      nullWord: 'null',
      container,
      doubleText,
      object: build.obj,
      query: (reader) => readQueryText(reader, id),
    }),
    printDecoded: (value) =>
      printJvmValue(value, {
        nullWord: 'null',
        container,
        doubleText,
        query: (of) => `QueryV(${query(of)})`,
        order: ownEntries,
      }),
    project: (value) =>
      projectJvmValue(value, { object: build.obj, query: (of) => build.opaque('query', id, query(of)) }),
    errors: jvmErrors('com.faunadb.client.errors.', statuses),
  });
  return { ...format, parse: (text) => readSplitLines(text, (whole) => format.parse(whole)) };
}

/** `{}` is decoded from 2.5.6 on only; before, it throws `NoSuchElementException`. */
export const java252 = plainJava({
  id: 'java/2.5.2',
  about: {
    releases: [{ from: '2.5.2', since: '2018-08-01', to: '2.6.2', until: '2019-05-30' }],
    change:
      'Plain text instead of class names (e748b8ee, 2018-07-17); times are of java.time, with 0, 3, 6 or 9 digits (de5ca0f3, 2018-06-27).',
    generation: 'classes',
    evidence: 'derived',
  },
  container: 'class',
  doubleText: javaDouble,
  statuses: [400, 401, 403, 404, 500, 503],
});

const CURRENT = {
  releases: [{ from: '2.7.0', since: '2019-07-17' }],
  change: 'The member `class` of refs is called `collection` (ca253c19, 2019-04-23).',
  generation: 'collections',
  evidence: 'ran',
} as const;

export const java27 = plainJava({
  id: 'java/2.7',
  about: CURRENT,
  container: 'collection',
  doubleText: javaDouble,
});

export const java27jdk19 = plainJava({
  id: 'java/2.7+jdk19',
  variantOf: 'java/2.7',
  about: { ...CURRENT, runtime: 'JDK 19 and later (ran on Temurin 25)' },
  container: 'collection',
  doubleText: shortestDouble,
});

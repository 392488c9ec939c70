/**
 * The plain texts of the Scala driver since 2.6.0. As Java's, but null is `NullV`, a query prints as an object of the same
 * fields, and objects of five or more fields come in hash order.
 */
import {
  build,
  firstDifference,
  fromWire,
  javaDouble,
  toWire,
  type Entry,
  type Value,
} from '../../value/index.ts';
import type { About } from '../format.ts';
import { plainStyle } from '../jvm/direct/plain-style.ts';
import { plainEbnf } from '../jvm/ebnf.ts';
import { jvmErrors } from '../jvm/errors.ts';
import { jvmGrammar } from '../jvm/grammar.ts';
import { jvmFormat } from '../jvm/jvm-format.ts';
import { printJvmValue } from '../jvm/print-value.ts';
import { projectJvmValue } from '../jvm/project-value.ts';
import type { DecodeLimits } from '../jvm/refuse-undecodable.ts';
import { likeliest, options } from '../shared/options.ts';
import { HASH_ORDER, hashOrder, isInHashOrder, losesOrder } from './hash-order.ts';
import type { DirectFormat } from '../shared/direct/ways.ts';

interface Plain {
  readonly id: string;
  readonly about: Pick<About, 'releases' | 'change' | 'generation' | 'evidence' | 'leniencies'>;
  readonly container: 'class' | 'collection';
  readonly limits: Pick<DecodeLimits, 'noInnerSet' | 'noInnerQuery'>;
  readonly statuses?: readonly number[];
}

function plainScala({ id, about, container, limits, statuses }: Plain): DirectFormat {
  const objectOrQuery = (entries: readonly Entry[]): Value =>
    losesOrder(entries) ? printedObject(hashOrder(entries)) : orQuery(build.obj(entries), entries);
  /** Of keys of their own, in the order in which they are printed. */
  const printedObject = (entries: readonly Entry[]): Value =>
    orQuery(
      entries.length < HASH_ORDER.from
        ? { kind: 'object', entries }
        : { kind: 'object', entries, ordered: false },
      entries,
    );
  /** A query prints as the object of its fields, so what has a `lambda` and an `expr` may be either. */
  const orQuery = (object: Value, entries: readonly Entry[]): Value =>
    hasKey(entries, 'lambda') && hasKey(entries, 'expr')
      ? build.oneOf([object, build.query(toWire(likeliest(object), about.generation))])
      : object;
  const printDecoded = (value: Value): string =>
    printJvmValue(value, {
      nullWord: 'NullV',
      container,
      doubleText: javaDouble,
      query: (query) => printDecoded(fromWire(query.body)),
      order: hashOrder,
    });
  const projectQuery = (query: Value & { readonly kind: 'query' }): Value => {
    const projected = project(fromWire(query.body));
    return firstDifference(projected, query) === undefined ? projected : options([projected, query]);
  };
  const project = (value: Value): Value =>
    projectJvmValue(value, { object: objectOrQuery, query: projectQuery });
  return jvmFormat({
    id,
    about: {
      driver: 'Scala',
      statement: 'println(result)',
      grammar: plainEbnf({ nullWord: 'NullV', container, javaQueries: false }),
      ...about,
    },
    limits: { bytes: true, query: 'value', ...limits },
    grammar: jvmGrammar({
      nullWord: 'NullV',
      container,
      doubleText: javaDouble,
      object: objectOrQuery,
      order: HASH_ORDER,
    }),
    direct: plainStyle({
      nullWord: 'NullV',
      container,
      doubleText: javaDouble,
      object: printedObject,
      keepsOrder: isInHashOrder,
    }),
    printDecoded,
    project,
    errors: jvmErrors('faunadb.errors.', statuses),
  });
}

function hasKey(entries: readonly Entry[], name: string): boolean {
  return entries.some(([key]) => key === name);
}

export const scala26 = plainScala({
  id: 'scala/2.6',
  about: {
    releases: [{ from: '2.6.0', since: '2019-01-31', to: '2.6.2', until: '2019-05-30' }],
    change:
      'Plain text instead of case classes, one release later than Java; null stays NullV (59413d13, 2018-09-14; c8fe4c56, 2018-09-18).',
    generation: 'classes',
    evidence: 'derived',
    leniencies: [
      {
        takes:
          'sets and queries inside other values, which no release of this format could decode from the wire',
        source: 'faunadb-scala 2.6.2, jackson/ValueDeserializer.scala',
      },
    ],
  },
  container: 'class',
  limits: { noInnerSet: true, noInnerQuery: true },
  statuses: [400, 401, 403, 404, 500, 503],
});

/** Inner sets are decoded from 2.11.0 on only (54a52c43, 2019-12-17). */
export const scala27 = plainScala({
  id: 'scala/2.7',
  about: {
    releases: [{ from: '2.7.0', since: '2019-07-17' }],
    change:
      'The member `class` of refs is called `collection` (da2b33c4, 2019-07-16); inner queries are decoded.',
    generation: 'collections',
    evidence: 'ran',
    leniencies: [],
  },
  container: 'collection',
  limits: {},
});

/** The old texts of the Scala driver, up to 2.5.6: case classes, `ObjectV(Map(a -> StringV(x)))`. */
import { build, fromWire, javaDouble, toWire, type Generation, type Value } from '../../value/index.ts';
import type { Leniency } from '../format.ts';
import { word } from '../shared/ambiguous/leaf.ts';
import type { Rule } from '../shared/ambiguous/rule.ts';
import { sequence } from '../shared/ambiguous/sequence.ts';
import { likeliest } from '../shared/options.ts';
import { classNameGrammar } from '../jvm/class-name/grammar.ts';
import { classNames, type ClassNames } from '../jvm/class-name/class-names.ts';
import { classNameDirect } from '../jvm/class-name/direct.ts';
import { classNameEbnf } from '../jvm/ebnf.ts';
import { jvmErrors } from '../jvm/errors.ts';
import { jvmFormat } from '../jvm/jvm-format.ts';
import { V03, V031, V04, V11, V21, type OldRelease } from '../jvm/old-releases.ts';
import { INSTANT } from '../jvm/times.ts';
import { HASH_ORDER, hashOrder, isInHashOrder, losesOrder } from './hash-order.ts';
import type { DirectFormat } from '../shared/direct/ways.ts';

/** What is special in the releases of one id. */
interface Old extends OldRelease {
  readonly id: string;
  readonly ref: 'path' | 'options';
}

const INNER_SETS: Leniency = {
  takes:
    'sets (from 1.1.0 on queries too) inside other values, which no release of this format could decode from the wire',
  source: 'faunadb-scala 2.2.0, jackson/ValueDeserializer.scala',
};

function oldScala({ id, about, ref, time, bytes, query }: Old): DirectFormat {
  const { generation } = about;
  const names: ClassNames = classNames(
    {
      topNull: 'NullV',
      boolean: (value) => (value ? 'TrueV' : 'FalseV'),
      array: { open: 'ArrayV(Vector(', close: '))' },
      object: { open: 'ObjectV(Map(', close: '))' },
      set: { open: 'SetRefV(ObjectV(Map(', close: ')))' },
      is: ' -> ',
      ref,
      time,
      bytes,
      ...(query
        ? {
            query: {
              print: (value) => `QueryV(${names.print(fromWire(value.body))})`,
              project: (value) => queryOf(names.project(fromWire(value.body)), generation),
              rule: (object) => queryRule(object, generation),
              direct: { ofEntries: (entries) => queryOf(names.printedObjectOf(entries), generation) },
            },
          }
        : {}),
      order: { ...HASH_ORDER, sort: hashOrder, keeps: isInHashOrder, loses: losesOrder },
    },
    generation,
    javaDouble,
  );
  return jvmFormat({
    id,
    about: {
      driver: 'Scala',
      statement: 'println(result)',
      grammar: classNameEbnf({ scala: true, path: ref === 'path', bytes, query }),
      leniencies: [INNER_SETS],
      evidence: 'derived',
      ...about,
    },
    limits: { bytes, query: query ? 'value' : 'tag', noInnerSet: true, noInnerQuery: query },
    grammar: classNameGrammar(names),
    direct: classNameDirect(names),
    printDecoded: names.print,
    project: names.project,
    errors: jvmErrors('faunadb.errors.', [400, 401, 403, 404, 500, 503]),
  });
}

/** The body is decoded as a value and printed as one, so the text says all of it but the order of five or more members. */
function queryRule(object: Rule<Value>, generation: Generation): Rule<Value> {
  return sequence([word('QueryV('), object, word(')')], (_open, body) => queryOf(body, generation));
}

function queryOf(body: Value, generation: Generation): Value {
  return build.query(toWire(likeliest(body), generation));
}

/** Oldest first. */
export const oldScalaFormats: readonly DirectFormat[] = [
  oldScala({ ...V03, id: 'scala/0.3', ref: 'path' }),
  oldScala({ ...V031, id: 'scala/0.3.1', ref: 'path' }),
  oldScala({ ...V04, id: 'scala/0.4', ref: 'path' }),
  oldScala({
    ...V11,
    id: 'scala/1.1',
    about: {
      ...V11.about,
      change:
        'Queries at top level are decoded and print as QueryV(…); others cannot be decoded (36eb164e, 2017-04-17).',
    },
    ref: 'path',
  }),
  oldScala({
    ...V21,
    id: 'scala/2.1',
    about: {
      ...V21.about,
      change: 'Refs are case classes, RefV(1,Some(RefV(…)),None), no longer a path (72fd4c0b, 2017-06-30).',
    },
    ref: 'options',
  }),
  oldScala({
    id: 'scala/2.5',
    about: {
      releases: [{ from: '2.5.2', since: '2018-08-01', to: '2.5.6', until: '2018-09-26' }],
      change: 'Times are of java.time, with 0, 3, 6 or 9 digits (de5ca0f3, 2018-06-27).',
      generation: 'classes',
    },
    ref: 'options',
    time: INSTANT,
    bytes: true,
    query: true,
  }),
];

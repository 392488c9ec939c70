/** The old texts of the Scala driver, up to 2.5.6: case classes, `ObjectV(Map(a -> StringV(x)))`. */
import { build, fromWire, javaDouble, toWire, type Generation, type Value } from '../../value/index.ts';
import type { About, Leniency } from '../format.ts';
import { word } from '../shared/ambiguous/leaf.ts';
import type { Rule } from '../shared/ambiguous/rule.ts';
import { sequence } from '../shared/ambiguous/sequence.ts';
import { likeliest } from '../shared/options.ts';
import { classNameGrammar } from '../jvm/class-name/grammar.ts';
import { classNames, type ClassNames } from '../jvm/class-name/class-names.ts';
import { classNameDirect } from '../jvm/class-name/direct.ts';
import type { ClassNameStyle } from '../jvm/class-name/style.ts';
import { classNameEbnf } from '../jvm/ebnf.ts';
import { jvmErrors } from '../jvm/errors.ts';
import { jvmFormat } from '../jvm/jvm-format.ts';
import { HIGH_PRECISION, INSTANT } from '../jvm/times.ts';
import { HASH_ORDER, hashOrder, isInHashOrder, losesOrder } from './hash-order.ts';
import type { DirectFormat } from '../shared/direct/ways.ts';

/** What is special in the releases of one id. */
interface Old {
  readonly id: string;
  readonly about: Pick<About, 'releases' | 'change' | 'generation'>;
  readonly ref: 'path' | 'options';
  readonly time: ClassNameStyle['time'];
  readonly bytes: boolean;
  readonly query: boolean;
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
  oldScala({
    id: 'scala/0.3',
    about: {
      releases: [{ from: '0.3.0', since: '2016-07-11', to: '0.3.0', until: '2016-07-11' }],
      generation: 'paths',
    },
    ref: 'path',
    time: INSTANT,
    bytes: false,
    query: false,
  }),
  oldScala({
    id: 'scala/0.3.1',
    about: {
      releases: [{ from: '0.3.1', since: '2016-08-02', to: '0.3.3', until: '2016-10-28' }],
      change:
        'Times have nine digits always (2fb51189, 2016-07-22); before 1970 the fraction may be negative.',
      generation: 'paths',
    },
    ref: 'path',
    time: HIGH_PRECISION,
    bytes: false,
    query: false,
  }),
  oldScala({
    id: 'scala/0.4',
    about: {
      releases: [{ from: '0.4.0', since: '2017-02-28', to: '1.0.0', until: '2017-03-13' }],
      change: 'Bytes are decoded and print as BytesV(0x01, 0x02) (9621c15e, 2017-02-03).',
      generation: 'paths',
    },
    ref: 'path',
    time: HIGH_PRECISION,
    bytes: true,
    query: false,
  }),
  oldScala({
    id: 'scala/1.1',
    about: {
      releases: [
        { from: '1.1.0', since: '2017-05-02', to: '1.2.7', until: '2019-06-07' },
        { from: '2.0.0', since: '2018-08-30', to: '2.0.0', until: '2018-08-30' },
      ],
      change:
        'Queries at top level are decoded and print as QueryV(…); others cannot be decoded (36eb164e, 2017-04-17).',
      generation: 'paths',
    },
    ref: 'path',
    time: HIGH_PRECISION,
    bytes: true,
    query: true,
  }),
  oldScala({
    id: 'scala/2.1',
    about: {
      releases: [{ from: '2.1.0', since: '2018-03-21', to: '2.2.0', until: '2018-05-03' }],
      change: 'Refs are case classes, RefV(1,Some(RefV(…)),None), no longer a path (72fd4c0b, 2017-06-30).',
      generation: 'classes',
    },
    ref: 'options',
    time: HIGH_PRECISION,
    bytes: true,
    query: true,
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

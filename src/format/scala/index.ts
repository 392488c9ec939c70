/**
 * `scala/2.7`: what `println` writes for a value of `com.faunadb:faunadb-scala` 2.7.0 to 4.5.0 (nested sets from 2.11.0), the
 * output encoded as UTF-8. As Java's, but null is `NullV`, a query prints as an object of the same fields, and objects of
 * five or more fields come in hash order. Spec section 9.
 */
import { build, firstDifference, fromWire, toWire, type Entry, type Value } from '../../value/index.ts';
import type { Format } from '../format.ts';
import { readAll } from '../shared/ambiguous/read-all.ts';
import { jvmErrors } from '../jvm/errors.ts';
import { jvmGrammar } from '../jvm/grammar.ts';
import { printJvmValue } from '../jvm/print-value.ts';
import { projectJvmValue } from '../jvm/project-value.ts';
import { refuseUndecodable } from '../jvm/refuse-undecodable.ts';
import { likeliest, options } from '../shared/options.ts';
import { hashOrder, losesOrder, HASH_ORDER } from './hash-order.ts';

const errors = jvmErrors('faunadb.errors.');
const grammar = jvmGrammar({ nullWord: 'NullV', object: objectOrQuery, order: HASH_ORDER });

export const scala27: Format = {
  id: 'scala/2.7',
  about: {
    driver: 'Scala',
    releases: [{ from: '2.7.0', since: '2019-07-17' }],
    statement: 'println(result)',
    generation: 'collections',
    grammar: '',
    leniencies: [],
    evidence: 'ran',
  },
  parse: (text) => readAll(text, grammar, { print, printDecoded, mask: (same) => same }),
  print,
  mask: (text) => text,
  steady: (text) => text,
  project,
  parseError: errors.parseError,
  projectError: errors.projectError,
  free: [],
};

function print(value: Value): string {
  refuseUndecodable(value);
  return printDecoded(value);
}

function printDecoded(value: Value): string {
  return printJvmValue(value, {
    nullWord: 'NullV',
    query: (query) => printDecoded(fromWire(query.body)),
    order: hashOrder,
  });
}

function project(value: Value): Value {
  return projectJvmValue(value, { object: objectOrQuery, query: projectQuery });
}

function projectQuery(query: Value & { readonly kind: 'query' }): Value {
  const projected = project(fromWire(query.body));
  return firstDifference(projected, query) === undefined ? projected : options([projected, query]);
}

/** A query prints as the object of its fields, so what has a `lambda` and an `expr` may be either. */
function objectOrQuery(entries: readonly Entry[]): Value {
  const object: Value = losesOrder(entries)
    ? { ...build.obj(hashOrder(entries)), ordered: false }
    : build.obj(entries);
  const keys = new Set(entries.map(([key]) => key));
  if (!keys.has('lambda') || !keys.has('expr')) return object;
  return build.oneOf([object, build.query(toWire(likeliest(object)))]);
}

/** Formats of the driver, oldest first. */
export const scalaFormats: readonly Format[] = [scala27];

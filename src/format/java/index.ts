/**
 * `java/2.7`: what `System.out.println` writes for a value of `com.faunadb:faunadb-java` 2.7.0 to 4.5.0, the output encoded
 * as UTF-8. Strings and keys are not escaped; queries are printed as Java prints maps. Spec section 8.
 */
import { build, type Value } from '../../value/index.ts';
import type { Format } from '../format.ts';
import { readAll } from '../shared/ambiguous/read-all.ts';
import { jvmErrors } from '../jvm/errors.ts';
import { jvmGrammar } from '../jvm/grammar.ts';
import { printJvmValue } from '../jvm/print-value.ts';
import { projectJvmValue } from '../jvm/project-value.ts';
import { refuseUndecodable } from '../jvm/refuse-undecodable.ts';
import { ownEntries } from '../shared/own-entries.ts';
import { replaceLoneSurrogates } from '../shared/lone-surrogates.ts';
import { javaMapText } from './java-map-text.ts';
import { queryText } from './query-text.ts';

const ID = 'java/2.7';
const errors = jvmErrors('com.faunadb.client.errors.');
const grammar = jvmGrammar({ nullWord: 'null', object: build.obj, more: [queryText(ID)] });

export const java27: Format = {
  id: ID,
  about: {
    driver: 'Java',
    releases: [{ from: '2.7.0', since: '2019-07-17' }],
    statement: 'System.out.println(result)',
    generation: 'collections',
    grammar: '',
    leniencies: [],
    evidence: 'ran',
  },
  parse: (text) => readAll(text, grammar, { print, printDecoded, mask: (same) => same }),
  print,
  mask: (text) => text,
  steady: (text) => text,
  project: (value) => projectJvmValue(value, { object: build.obj, query: opaqueQuery }),
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
    nullWord: 'null',
    query: (query) => `QueryV(${bodyText(query)})`,
    order: ownEntries,
  });
}

function opaqueQuery(value: Value & { readonly kind: 'query' }): Value {
  return build.opaque('query', ID, bodyText(value));
}

function bodyText(value: Value & { readonly kind: 'query' }): string {
  return replaceLoneSurrogates(javaMapText(value.body), '?');
}

/** Formats of the driver, oldest first. */
export const javaFormats: readonly Format[] = [java27];

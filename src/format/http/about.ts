/** What is published of the wire; `releases` are the API versions that a client sends (spec 3.a). */
import type { About, Leniency } from '../format.ts';
import type { Generation } from '../../value/index.ts';

const SAMPLE = 'documentation page of tokens of 2018, curl tab, blocks 19 and 20 (spec 16)';

const LENIENCIES: readonly Leniency[] = [
  { takes: 'the status line, and headers, before the body', source: SAMPLE },
  { takes: 'a value without its envelope', source: SAMPLE },
  { takes: 'any white space between tokens: samples were indented by hand', source: SAMPLE },
  {
    takes:
      'objects of a tag that the database does not know, or in another shape, without an @obj around them',
    source: 'faunadb-js 4.8.2, src/_json.js: json_parse leaves them as they are',
  },
  { takes: 'numbers and strings in any spelling of JSON', source: 'RFC 8259, sections 6 and 7' },
  {
    takes: 'refs spelt as other API versions spell them',
    source: 'the table of API versions and drivers, spec 3.a: one log may hold answers to several drivers',
  },
];

const VALUE = `answer = '{"resource":', value, '}' ;
value  = json | ref | '{"@ts":', string, '}' | '{"@date":', string, '}' | '{"@bytes":', string, '}'
       | '{"@uuid":', string, '}' | '{"@set":', object, '}' | '{"@query":', object, '}' | '{"@obj":', object, '}' ;`;

const OBJECT_REF = (word: string): string => `${VALUE}
ref    = '{"@ref":{"id":', string, [ ',"${word}":', ref ], [ ',"database":', ref ], '}}' ;`;

const PATH_REF = `${VALUE}
ref    = '{"@ref":"', path, '"}' ;
path   = native, [ "/", id ] | ( "classes" | "databases" | "indexes" | "functions" ), "/", name, [ "/", id ] ;
native = "tokens" | "keys" | "credentials" | "classes" | "databases" | "indexes" | "functions" ;`;

const GRAMMAR: Readonly<Record<Generation, string>> = {
  paths: PATH_REF,
  classes: OBJECT_REF('class'),
  collections: OBJECT_REF('collection'),
};

export function aboutWire(own: Pick<About, 'releases' | 'change' | 'generation' | 'evidence'>): About {
  return {
    driver: 'HTTP',
    statement: "curl https://db.fauna.com/ -u SECRET: -d '\u2026'",
    grammar: GRAMMAR[own.generation],
    leniencies: LENIENCIES,
    ...own,
  };
}

import { fails, L, lossy, pair, type Claim, type Column } from './claims.ts';
import {
  CHARACTERS,
  CHARACTERS_IN_DB,
  D,
  document,
  list,
  M,
  match,
  MIDNIGHT,
  named,
  NATIVE_INDEXES,
  Q,
  query,
  R2,
  R2_IN_DB,
  R2_OWN_DB,
  TOKEN,
  TOKEN_OWN_DB,
  TOKENS_IN_DB,
} from './values.ts';

/** The same claims of several formats. */
function each(
  section: Column['section'],
  formats: readonly string[],
  cells: Readonly<Record<string, readonly Claim[]>>,
): readonly Column[] {
  return formats.map((format) => ({ format, section, cells }));
}

const SECOND_DOCUMENT = document('181388642114077184', named('users'));

/** Section 13.2: what older formats lose beside what the current ones do. */
export const table132: readonly Column[] = [
  ...each('13.2', ['js/2.0+n10'], { query: [lossy(Q), pair(Q, query('1'))] }),
  ...each('13.2', ['js/2.0'], {
    'document ref': [lossy(R2), pair(R2, SECOND_DOCUMENT)],
    query: [lossy(query('{"add":[{"add":[1,2]},3]}'))],
  }),
  ...each('13.2', ['js/2.1', 'js/2.5.1', 'js/2.7'], {
    query: [pair(query('{"do":["a","b"]}'), query('{"do":"a\\", \\"b"}'))],
  }),
  ...each('13.2', ['js/2.8.1'], { set: [pair(match('["x","y"]'), match('["x\\", \\"y"]'))] }),
  ...each('13.2', ['js/2.5.1', 'js/2.7'], { query: [lossy(query(D)), pair(query(D), query(MIDNIGHT))] }),
  ...each('13.2', ['js/2.1'], { query: [fails('print', query(D))] }),
  ...each('13.2', ['js/2.1', 'js/2.5.1', 'js/2.7', 'js/2.8.1', 'js/2.12', 'js/2.14.2', 'js/3.0'], {
    'document ref': [pair(document('1', named('indexes')), document('1', NATIVE_INDEXES))],
  }),
  ...each('13.2', ['go/1.0'], { boolean: [pair('true', '"true"')], 'document ref': L }),
  ...each('13.2', ['go/2.0'], { boolean: [pair('true', '"true"')], 'document ref': [lossy(R2)] }),
  // "Long and double are distinct": the same cells of `go/3.0` are not.
  { format: 'go/2.12.1', section: '13.2', isWhole: true, cells: { long: L, double: L, 'negative zero': L } },
  ...each('13.2', ['java/0.3', 'java/0.3.1', 'java/0.4', 'java/1.1', 'java/2.1'], {
    string: [pair('{"a":"x), b=StringV(y"}', '{"a":"x","b":"y"}')],
  }),
  ...each('13.2', ['scala/0.3', 'scala/0.3.1', 'scala/0.4', 'scala/1.1', 'scala/2.1', 'scala/2.5'], {
    string: [pair('{"a":"x), b -> StringV(y"}', '{"a":"x","b":"y"}')],
  }),
  ...each('13.2', ['cs/0.1.1', 'cs/0.1.3'], { array: [lossy(list(1))] }),
  ...each('13.2', ['cs/0.1.1', 'cs/0.1.3', 'cs/1.1'], { date: [pair(D, MIDNIGHT)] }),
  // Of the first table: "15 digits and sign of zero before .NET Core 3.0".
  ...each('13.1', ['cs/2.9+fx'], {
    double: [lossy('0.30000000000000004'), pair('0.30000000000000004', '0.3')],
    'negative zero': [pair('-0.0', '0.0')],
  }),
  ...each('13.2', ['shell/0.1.2'], { 'native ref in a database': [lossy(TOKENS_IN_DB)] }),
];

const KEPT = {
  'named ref in a database': L,
  'document in a database': L,
  'document with a database of its own': L,
  'native ref in a database': L,
};

/** Section 13.3: where the database of a ref is kept. `L` is tried, with the row's own value, by `kept`. */
export const table133: readonly Column[] = [
  ...each('13.3', ['js/2.1', 'js/2.5.1', 'js/2.7', 'js/2.8.1'], {
    'document with a database of its own': [lossy(R2_OWN_DB)],
    'native ref in a database': [fails('print', TOKENS_IN_DB)],
  }),
  ...each('13.3', ['js/2.12', 'js/3.0', 'js/4.0.0', 'js/4.0.1', 'js/4.3'], {
    'document with a database of its own': [lossy(TOKEN_OWN_DB), lossy(R2_OWN_DB), pair(TOKEN_OWN_DB, TOKEN)],
  }),
  ...each('13.3', ['go/2.0', 'go/2.7'], {
    'named ref in a database': [lossy(CHARACTERS_IN_DB)],
    'document in a database': [lossy(R2_IN_DB), pair(R2_IN_DB, document('1', CHARACTERS))],
    'document with a database of its own': [lossy(TOKEN_OWN_DB), lossy(R2_OWN_DB)],
    'native ref in a database': [lossy(TOKENS_IN_DB)],
  }),
  ...each(
    '13.3',
    ['py/2.0', 'py/2.7', 'java/2.1', 'java/2.5.2', 'java/2.7', 'scala/2.7', 'cs/2.0', 'cs/2.9', 'rb/3.0'],
    KEPT,
  ),
];

/** Values whose database is kept, by section 13.3. */
export const keptDatabases: readonly (readonly [formats: readonly string[], values: readonly string[]])[] = [
  [
    ['js/2.1', 'js/2.5.1', 'js/2.7', 'js/2.8.1'],
    [CHARACTERS_IN_DB, R2_IN_DB],
  ],
  [
    ['js/2.12', 'js/3.0', 'js/4.0.0', 'js/4.0.1', 'js/4.3'],
    [CHARACTERS_IN_DB, R2_IN_DB, TOKENS_IN_DB],
  ],
  [
    ['py/2.0', 'py/2.7', 'java/2.1', 'java/2.5.2', 'java/2.7', 'scala/2.7', 'cs/2.0', 'cs/2.9', 'rb/3.0'],
    [CHARACTERS_IN_DB, R2_IN_DB, TOKEN_OWN_DB, R2_OWN_DB, TOKENS_IN_DB],
  ],
];

const NOT_A_REF = fails('decode', '{"@obj":{"@ref":"notaref"}}');
const tagged = (tag: string, content: string): string => `{"@obj":{"${tag}":${content}}}`;
const TAGS = [
  tagged('@date', '"2018-01-02"'),
  tagged('@ts', '"x"'),
  tagged('@set', '{"a":true}'),
  tagged('@bytes', 'true'),
];
const WIDE = [fails('decode', '9223372036854775808')];

/** Section 13.5, and the items of section 17 that it refers to: what cannot be printed at all. */
export const table135: readonly Column[] = [
  ...each('13.5', ['js/2.1'], { query: [fails('print', query('true'))] }),
  ...each('13.5', ['js/2.14.2'], { set: [fails('print', M)] }),
  ...each('13.5', ['js/4.3', 'shell/0.3', 'py/2.7', 'rb/3.0', 'cs/2.9', 'go/2.7'], {
    'object with an escaped key': [NOT_A_REF],
  }),
  ...each('13.5', ['go/2.7', 'go/3.0', 'cs/2.9'], {
    'object with an escaped key': TAGS.map((value) => fails('decode', value)),
  }),
  ...each('13.5', ['py/2.7'], { string: [fails('print', '"\\ud800"')] }),
  ...each('13.5', ['java/0.3', 'java/0.3.1', 'java/0.4', 'java/2.1'], { object: [fails('decode', '{}')] }),
  ...each('13.5', ['scala/1.1', 'scala/2.1', 'scala/2.5', 'scala/2.6'], {
    query: [fails('decode', `[${Q}]`)],
    set: [fails('decode', `[${M}]`)],
  }),
  ...each('13.5', ['java/2.7', 'scala/2.7', 'go/2.7', 'cs/2.9'], { 'wide integer': WIDE }),
];

const OBJ = '{"@obj":{"@obj":{"a":true}}}';
const WITH_B = (b: string): string => `{"@obj":{"@date":"2018-01-02","b":${b}}}`;
const asTag = (tag: string, content: string): Claim =>
  pair(`{"@obj":{"${tag}":${content}}}`, `{"${tag}":${content}}`);

/** Section 17, item 2: escaping does not protect what it holds. */
export const table17: readonly Column[] = [
  ...each('17', ['js/4.3', 'shell/0.3', 'py/2.7', 'rb/3.0'], {
    'object with an escaped key': [
      pair(OBJ, '{"a":true}'),
      pair(WITH_B('true'), WITH_B('"true"')),
      ...['@ts', '@date'].map((tag) => asTag(tag, tag === '@ts' ? '"2018-01-02T00:00:00Z"' : '"2018-01-02"')),
      asTag('@query', '{"lambda":"x","expr":true}'),
      asTag('@set', '{"a":true}'),
    ],
  }),
  // Ruby looks for its tags wherever they stand.
  ...each('17', ['rb/3.0'], {
    'object with an escaped key': [pair(WITH_B('true'), '{"@obj":{"b":true,"@date":"2018-01-02"}}')],
  }),
  ...each('17', ['go/2.7'], { 'object with an escaped key': [pair(OBJ, '{"a":true}')] }),
];

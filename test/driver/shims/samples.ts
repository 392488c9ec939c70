/**
 * For each FQL function, by its wire name, questions in wire form that use it: with all of its keys, with the required ones
 * only, and, where it takes any number of arguments, with none, one and several. Written from the wire form of FQL
 * (specification of the backend, chapter 4), not from the shims' tables, which these samples test.
 */
export function samplesOf(name: string): readonly string[] {
  const special = SPECIAL[name];
  if (special !== undefined) return special;
  if (words(NULLARY).has(name)) return [`{"${name}":null}`];
  if (words(UNARY).has(name)) return [form(name, [])];
  if (words(NATIVE).has(name)) return [`{"${name}":null}`, `{"${name}":{"database":"child"}}`];
  if (words(VARIADIC).has(name))
    return [`{"${name}":"one"}`, `{"${name}":["one"]}`, `{"${name}":["one","two"]}`];
  const keys = KEYED.get(name);
  if (keys === undefined) return [];
  const required = keys.filter((key) => !key.endsWith('?'));
  const all = keys.map((key) => key.replace('?', ''));
  return required.length === all.length ? [form(name, all)] : [form(name, all), form(name, required)];
}

/** Values of every kind that a question can hold, each of which comes back as it is. */
export const LITERALS: readonly string[] = [
  'null',
  'true',
  '1',
  '-9223372036854775808',
  '9223372036854775807',
  '1.5',
  '1.0',
  '-0.0',
  '1e300',
  '"text"',
  '"quotes \\" and \\\\ and é and 😀 and \\u0000 and \\u2028 and </script>"',
  '[]',
  '[1,["two",[null]]]',
  '{"object":{}}',
  '{"object":{"a":1,"b":{"object":{"c":[true]}}}}',
  '{"object":{"z":1,"y":2,"x":3,"w":4,"v":5,"u":6}}',
  '{"object":{"@ref":"no ref","10":1,"":2}}',
  '{"@ts":"2018-01-02T03:04:05.123456Z"}',
  '{"@ts":"2018-01-02T03:04:05.123456789Z"}',
  '{"@ts":"1970-01-01T00:00:00Z"}',
  '{"@date":"2018-01-02"}',
  '{"@bytes":"AQIDBA=="}',
  '{"@bytes":"+/8="}',
  '{"@ref":{"id":"collections"}}',
  '{"@ref":{"id":"users","collection":{"@ref":{"id":"collections"}}}}',
  '{"@ref":{"id":"1","collection":{"@ref":{"id":"users","collection":{"@ref":{"id":"collections"}},"database":{"@ref":{"id":"child","collection":{"@ref":{"id":"databases"}}}}}}}}',
];

const UNARY = `abort query is_empty is_nonempty count sum mean any all reverse key_from_secret delete create_class
  create_collection create_database create_index create_key create_function create_role create_access_provider distinct
  singleton events documents logout length lowercase ltrim regexescape rtrim space titlecase trim uppercase time date
  day_of_month day_of_week day_of_year second minute hour month year not abs acos asin atan bitnot ceil cos cosh degrees exp
  floor ln log radians sign sin sinh sqrt tan tanh to_string to_number to_object to_array to_double to_integer to_time
  to_date to_seconds to_millis to_micros is_number is_double is_integer is_boolean is_null is_bytes is_timestamp is_date
  is_string is_array is_object is_ref is_set is_doc is_lambda is_collection is_database is_index is_function is_key
  is_token is_credentials is_role`;

const NULLARY = `identity current_identity current_token has_identity has_current_identity has_current_token now next_id
  new_id`;

const NATIVE = `databases indexes classes collections functions roles keys tokens credentials access_providers`;

const VARIADIC = `union intersection difference equals lt lte gt gte and or add bitand bitor bitxor divide max min modulo
  multiply subtract`;

const KEYED = new Map(
  `at expr; if then else; ref id; map collection; foreach collection; filter collection; take collection; drop collection;
  prepend collection; append collection; reduce initial collection; get ts?; exists ts?; create params; update params;
  replace params; insert ts action params; remove ts action; move_database to; join with; range from to; merge with lambda?;
  login params; identify password; concat separator?; casefold normalizer?; containsstr search; containsstrregex pattern;
  startswith search; endswith search; findstr find start?; findstrregex pattern start? num_results?; ngram min? max?;
  repeat number?; replacestr find replace; substring start length?; epoch unit; time_add offset unit; time_diff other unit;
  time_subtract offset unit; database scope?; index scope?; class scope?; collection scope?; function scope?; role scope?;
  access_provider scope?; contains in; contains_path in; contains_field in; contains_value in; select from default?;
  select_all from; select_as_index from; hypot b; pow exp; round precision?; trunc precision?`
    .split(';')
    .map((line) => line.trim().split(/\s+/))
    .map(([name = '', ...keys]) => [name, keys] as const),
);

const SPECIAL: Readonly<Record<string, readonly string[]>> = {
  var: ['{"var":"x"}'],
  object: ['{"object":{"a":{"var":"x"},"b":null}}'],
  let: [
    '{"let":[{"a":1},{"b":{"var":"a"}}],"in":{"var":"b"}}',
    '{"let":[{"a":1},{"a":2}],"in":{"var":"a"}}',
    '{"let":[{"a":1},{"b":2},{"c":3},{"d":4},{"e":5},{"f":6},{"g":7}],"in":"x"}',
  ],
  lambda: ['{"lambda":"x","expr":{"var":"x"}}', '{"lambda":["x","_"],"expr":{"var":"x"}}'],
  do: ['{"do":["one"]}', '{"do":["one","two"]}'],
  call: [
    '{"call":{"function":"f"}}',
    '{"call":{"function":"f"},"arguments":"one"}',
    '{"call":{"function":"f"},"arguments":["one"]}',
    '{"call":{"function":"f"},"arguments":["one","two"]}',
    '{"call":{"function":"f"},"arguments":[]}',
  ],
  match: [
    '{"match":{"index":"i"}}',
    '{"match":{"index":"i"},"terms":"one"}',
    '{"match":{"index":"i"},"terms":["one","two"]}',
  ],
  format: ['{"format":"%s"}', '{"format":"%s","values":"one"}', '{"format":"%s%s","values":["one","two"]}'],
  paginate: [
    '{"paginate":"set"}',
    '{"paginate":"set","size":2,"ts":1,"events":true,"sources":false}',
    '{"paginate":"set","after":["a"]}',
    '{"paginate":"set","before":["b"]}',
  ],
  replacestrregex: [
    '{"replacestrregex":"a","pattern":"p","replace":"r"}',
    '{"replacestrregex":"a","pattern":"p","replace":"r","first":true}',
  ],
};

function form(name: string, keys: readonly string[]): string {
  return `{${[name, ...keys].map((key) => `"${key}":"the ${key}"`).join(',')}}`;
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/));
}

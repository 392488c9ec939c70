/**
 * What the drivers do to values and questions on their own, each seen through its shim. A change of a driver, or a shim that
 * hides one of these, fails the tests.
 */

/**
 * Recorded cases whose decoded value is not what was answered, with the first difference. `uuid` and `object duplicate key`
 * are no values that the database sends; for the rest see formats, 13 and 17.
 */
export const LOSSES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  javascript: {
    // `-0` is a long on the wire; JavaScript reads it as the double -0.
    'long -0': 'value',
    'object integer-like keys': 'order',
    'object duplicate key': 'value',
    'escaped object @set': 'kind',
    'escaped object @obj': 'missing',
    uuid: 'kind',
    'escaped object in an array': 'kind',
    'escaped object @bytes valid': 'kind',
    'escaped object @query': 'kind',
  },
  python: {
    'object duplicate key': 'value',
    'escaped object @set': 'kind',
    'escaped object @obj': 'missing',
    uuid: 'kind',
    'escaped object @bytes valid': 'kind',
    'escaped object @query': 'kind',
  },
  go: {
    // The driver swallows the failure and returns nil.
    'bytes url-safe alphabet': 'kind',
    'bytes url-safe in an object': 'kind',
    'bytes unpadded': 'kind',
    'string lone surrogate, top level': 'value',
    'string lone surrogate in an object': 'value',
    'object duplicate key': 'value',
    'escaped object @obj': 'missing',
    uuid: 'kind',
  },
  // `ts with offset` becomes the same instant in UTC, where `firstDifference` compares the texts.
  java: { 'object duplicate key': 'value', 'ts with offset': 'value', uuid: 'kind' },
  scala: { 'object duplicate key': 'value', 'ts with offset': 'value', uuid: 'kind' },
};

interface Deviations {
  /** The question as it was asked → as it arrived, or what the shim answered instead of asking it. */
  readonly forms: Readonly<Record<string, string>>;
  readonly literals: Readonly<Record<string, string>>;
}

const unsupported = (what: string): string => JSON.stringify({ outcome: 'unsupported', what });
const repeatedName = {
  '{"let":[{"a":1},{"a":2}],"in":{"var":"a"}}': unsupported('let with a repeated name'),
};
/** What takes any number of arguments sends an empty list of them rather than none; so in all six drivers. */
const emptyLists = {
  '{"call":{"function":"f"}}': '{"call":{"function":"f"},"arguments":[]}',
  '{"format":"%s"}': '{"format":"%s","values":[]}',
};
/** Bytes go out in the URL-safe alphabet; the database writes the standard one and reads both. */
const urlSafeBytes = { '{"@bytes":"+/8="}': '{"@bytes":"-_8="}' };

/** Questions that a query builder does not send as they are meant, with the place in the driver's source. */
export const BUILDER_DEVIATIONS: Readonly<Record<string, Deviations>> = {
  javascript: {
    forms: {
      ...emptyLists,
      // src/query.js 4.8.2: AccessProvider takes a name only.
      '{"access_provider":"the access_provider","scope":"the scope"}': unsupported('access_provider'),
      // src/query.js 4.8.2: Match sends `terms` always.
      '{"match":{"index":"i"}}': '{"match":{"index":"i"},"terms":[]}',
    },
    // Every number is a JavaScript number, and JSON.stringify writes no fraction and no sign of a zero.
    literals: {
      '-9223372036854775808': '-9223372036854776000',
      '9223372036854775807': '9223372036854776000',
      '1.0': '1',
      '-0.0': '0',
    },
  },
  // faunadb/query.py 4.5.2: let takes a dictionary; faunadb/_json.py: urlsafe_b64encode.
  python: { forms: { ...emptyLists, ...repeatedName }, literals: urlSafeBytes },
  // faunadb/values.go v4.3.1: DoubleV is marshalled by encoding/json, which writes no fraction: doubles arrive as longs.
  go: { forms: emptyLists, literals: { '1.0': '1', '-0.0': '-0' } },
  // query/Language.java 4.5.0: Let takes a map; types/Value.java: Base64.getUrlEncoder.
  java: { forms: { ...emptyLists, ...repeatedName }, literals: urlSafeBytes },
  scala: {
    forms: {
      ...emptyLists,
      // query/package.scala 4.5.0: FindStrRegex has no form without a start.
      '{"findstrregex":"the findstrregex","pattern":"the pattern"}': unsupported(
        'findstrregex without start',
      ),
      // query/package.scala 4.5.0: Match sends the older spelling, which the database reads too.
      '{"match":{"index":"i"}}': '{"match":[],"index":{"index":"i"}}',
      '{"match":{"index":"i"},"terms":"one"}': '{"match":"one","index":{"index":"i"}}',
      '{"match":{"index":"i"},"terms":["one","two"]}': '{"match":["one","two"],"index":{"index":"i"}}',
    },
    literals: urlSafeBytes,
  },
  csharp: {
    forms: {
      ...emptyLists,
      // Query/Language.Basic.Let.cs 4.2.0: more than six bindings only as a dictionary, sent as an object.
      '{"let":[{"a":1},{"b":2},{"c":3},{"d":4},{"e":5},{"f":6},{"g":7}],"in":"x"}':
        '{"let":{"a":1,"b":2,"c":3,"d":4,"e":5,"f":6,"g":7},"in":"x"}',
    },
    // Types/BytesV.cs 4.2.0: ToUrlSafeBase64; Types/ScalarValue.cs: a time has ticks of 100 ns.
    literals: {
      ...urlSafeBytes,
      '{"@ts":"2018-01-02T03:04:05.123456789Z"}': '{"@ts":"2018-01-02T03:04:05.1234567Z"}',
    },
  },
};

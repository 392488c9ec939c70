import { fails, pair, type Claim } from './claims.ts';
import { match, named, query } from './values.ts';

/**
 * Where the tables of section 13 and the ledger do not say the same. `test/ledger` holds that there is no other place;
 * `test/prove` asks the real driver who is right, as long as a driver of the format can run.
 */
export interface KnownDisagreement {
  readonly formats: readonly string[];
  readonly kind: string;
  /** As `compare` names them. */
  readonly points: readonly string[];
  /** What the real driver showed. */
  readonly reason: string;
  /** What the real driver must still show, a claim of the ledger; absent: it is no question of what a driver does. */
  readonly shows?: Claim;
  /** A recorded print that shows it, where no driver of the format may be at hand: driver, version, case. */
  readonly seen?: readonly [driver: string, version: string, name: string];
}

const TOP_SURROGATE = 'string lone surrogate, top level';
const REPLACED = pair('"\\ud800"', '"\\ufffd"');

export const knownDisagreements: readonly KnownDisagreement[] = [
  {
    formats: ['js/4.3'],
    kind: 'string',
    points: ['loss: reads as another value'],
    reason:
      'The tables do not speak of lone surrogates. By itself a string goes to standard output as UTF-8, which has none, so U+FFFD stands for it; inside a container util.inspect escapes it.',
    shows: REPLACED,
    seen: ['js', '4.8.2', TOP_SURROGATE],
  },
  {
    formats: ['js/4.3', 'shell/0.3'],
    kind: 'set',
    points: ['claim pair {"@set":{"match":'],
    reason:
      'The pair "term object {"a":1} / nested expression {"a":1}" is one canonical value: inside a set the wire does not tell an expression from an object, and neither does the driver.',
  },
  {
    formats: ['go/2.7'],
    kind: 'string',
    points: ['loss: one of several strings'],
    reason: 'The tables do not speak of lone surrogates: encoding/json decodes them as U+FFFD.',
    shows: REPLACED,
    seen: ['go', '4.3.1', TOP_SURROGATE],
  },
  {
    formats: ['go/2.7'],
    kind: 'object',
    points: ['failure: decode'],
    reason:
      'The tables do not speak of an empty first key: faunadb/json.go, parseObject, takes it for no key at all, so the object cannot be decoded.',
    shows: fails('decode', '{"a":{"":true}}'),
  },
  {
    formats: ['go/2.7'],
    kind: 'object',
    // Whatever the model calls it.
    points: ['loss: '],
    reason: 'The same in an array: its value becomes the next item of the array, and no error is raised.',
    shows: pair('[{"":true}]', '[{},true]'),
  },
  {
    formats: ['py/2.7'],
    kind: 'ref with an unusual name',
    points: ['failure: print'],
    reason: 'Section 13.5 says so of strings by themselves only; ids print bare too, and inside containers.',
    shows: fails('print', `[${named('\ud800')}]`),
  },
  ...(['java', 'scala'] as const).map((driver): KnownDisagreement => ({
    formats: [`${driver}/2.7`],
    kind: 'string',
    points: ['loss: one of several strings', 'pair: value: string ≠ string'],
    reason: 'The tables do not speak of lone surrogates: Java writes ? for what UTF-8 does not have.',
    shows: pair('"\\ud800"', '"?"'),
    seen: [driver, '4.5.0', TOP_SURROGATE],
  })),
  {
    formats: ['scala/2.7'],
    kind: 'query',
    points: ['pair: value: query ≠ query'],
    reason: 'A query prints as the equal object, so that its keys are as ambiguous as those of objects.',
    shows: pair(query('{"do":1,"x":2}'), query('{"do: 1, x":2}')),
  },
  {
    formats: ['go/3.0'],
    kind: 'string',
    points: ['loss: one of several strings', 'pair: value: string ≠ string'],
    reason: 'The tables do not speak of lone surrogates: encoding/json decodes them as U+FFFD.',
    seen: ['go', '3.0.0', TOP_SURROGATE],
  },
  {
    formats: ['go/3.0'],
    kind: 'bytes',
    points: ['claim pair {"@bytes":"LCA="}'],
    reason:
      'The tables fear a byte pair that equals the separator. Every byte but the last has two characters behind it, so a text of n bytes is 3n - 2 long and splits in one way.',
  },
  {
    formats: ['go/3.0'],
    kind: 'object',
    points: ['failure: decode', 'loss: the driver does not decode this value'],
    reason: 'The empty first key of `go/2.7`: the decoder is the same.',
  },
  {
    formats: ['go/3.0'],
    kind: 'object with an escaped key',
    points: [
      'loss: the driver does not decode this value',
      'pair: left out: object ≠ object',
      'pair: left out: array ≠ array',
    ],
    reason:
      "Section 17, item 2, has it: the driver takes a user's own key @obj for the escaping and unwraps it.",
  },
  {
    formats: ['go/3.0'],
    kind: 'page',
    points: ['loss: the order of keys', 'pair: order: object ≠ object'],
    reason: 'A page is an object, whose order the tables say is lost.',
  },
  {
    formats: ['swift/2.0'],
    kind: 'double',
    points: ['failure: decode', 'pair: kind: double ≠ long', 'pair: value: double ≠ double'],
    reason:
      "The tables speak of strings only. Sources/FaunaDB, isDoubleNumber, looks for a point in NSNumber's text, so integral doubles are decoded as integers, and one beyond 64 bits has none.",
  },
  {
    formats: ['swift/2.0'],
    kind: 'string',
    points: ['failure: decode', 'loss: one of several arrays'],
    reason:
      'The tables do not speak of lone surrogates, which Foundation refuses; an array of one empty string prints as an empty one.',
  },
  {
    formats: ['swift/2.0'],
    kind: 'time',
    points: ['loss: string or ts'],
    reason: 'A string prints bare, so any text of a time may be one: said in the row of strings.',
  },
  {
    formats: ['swift/2.0'],
    kind: 'object',
    points: ['loss: the order of keys'],
    reason: 'Section 12.e has it: dictionaries of Swift have no order.',
  },
  {
    formats: ['swift/2.0'],
    kind: 'array',
    points: ['loss: one of several arrays'],
    reason: 'An empty array prints as one of one empty string: bare strings again.',
  },
  {
    formats: ['cs/2.9'],
    kind: 'string',
    points: ['loss: one of several strings', 'pair: value: string ≠ string'],
    reason:
      'The tables do not speak of lone surrogates: .NET writes U+FFFD for what UTF-8 does not have (read off its encoder; no C# driver can run here).',
    shows: REPLACED,
  },
  {
    formats: ['rb/3.0'],
    kind: 'string',
    points: ['failure: decode'],
    reason:
      'The tables do not speak of lone surrogates: the JSON reader of Ruby 3.1 refuses them (JSON::ParserError, incomplete surrogate pair).',
    shows: fails('decode', '"\\ud800"'),
  },
];

/** The value of the disagreement about JavaScript's sets, for whoever wants to see that it is one. */
export const ONE_VALUE = [match('{"a":1}'), match('{"@obj":{"a":1}}')] as const;

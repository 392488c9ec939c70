import { fromWire, readJson, type Value } from '../value/index.ts';

/** A value whose print a page shows. */
export interface Example {
  /** What it shows, in a word or two. */
  readonly name: string;
  readonly value: Value;
}

const TOKEN =
  '{"ref":{"@ref":{"id":"309833836335727104","collection":{"@ref":{"id":"tokens"}}}},"ts":1631739422080000,' +
  '"instance":{"@ref":{"id":"181388642114077184","collection":{"@ref":{"id":"characters","collection":{"@ref":{"id":"collections"}}}}}},' +
  '"secret":"fnEETMA7ijACAARMwDsk0AYAu4E51VmH1w-Xm7qk8T6eJcbinkI"}';
const USER =
  '{"@ref":{"id":"1","collection":{"@ref":{"id":"users","collection":{"@ref":{"id":"collections"}}}}}}';
const INDEX = '{"@ref":{"id":"byName","collection":{"@ref":{"id":"indexes"}}}}';
const MATCH = `{"@set":{"match":${INDEX},"terms":"x"}}`;

/** The answer to a Login: what every page of the database's documentation shows. */
export const token: Example = { name: 'token', value: read(TOKEN) };

/** One value of every kind, and those where formats part, as the database writes them. */
export const examples: readonly Example[] = [
  ['null', 'null'],
  ['boolean', 'true'],
  ['long', '9223372036854775807'],
  ['double', '1.0'],
  ['small double', '1.0E-7'],
  ['minus zero', '-0.0'],
  ['string', '"it\'s \\"so\\"\\n"'],
  ['string in an array', '["it\'s \\"so\\"\\n"]'],
  ['bytes', '{"@bytes":"AQIDBA=="}'],
  ['date', '{"@date":"2018-01-02"}'],
  ['time', '{"@ts":"2018-01-02T03:04:05.123456789Z"}'],
  ['native ref', '{"@ref":{"id":"tokens"}}'],
  ['named ref', '{"@ref":{"id":"users","collection":{"@ref":{"id":"collections"}}}}'],
  ['document ref', USER],
  ['set', MATCH],
  ['query', '{"@query":{"lambda":"x","expr":{"var":"x"}}}'],
  ['object', '{"name":"Ann","2":true,"a b":null}'],
  ['empty object', '{}'],
  ['array', '[1,"a",[]]'],
  ['page', `{"after":[${USER}],"data":[${USER}]}`],
  ['nested', '{"a":{"b":{"c":{"d":1}}}}'],
].map(([name = '', text = '']) => ({ name, value: read(text) }));

function read(text: string): Value {
  const reading = readJson(text);
  if (!reading.ok) throw new SyntaxError(`An example is no JSON: ${text}`);
  return fromWire(reading.json);
}

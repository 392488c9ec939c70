/** The values of section 1.2, and others that several cells use. */
const native = (name: string, database = ''): string => `{"@ref":{"id":"${name}"${database}}}`;
const inDb = (name: string): string =>
  `,"database":{"@ref":{"id":"${name}","collection":${native('databases')}}}`;
const child = (id: string, parent: string, database = ''): string =>
  `{"@ref":{"id":${JSON.stringify(id)},"collection":${parent}${database}}}`;

export const COLLECTIONS = native('collections');
export const TOKENS = native('tokens');
export const KEYS = native('keys');
export const TOKENS_IN_DB = native('tokens', inDb('db1'));
export const CHARACTERS = child('characters', COLLECTIONS);
export const CHARACTERS_IN_DB = child('characters', COLLECTIONS, inDb('db1'));
export const R2 = child('181388642114077184', CHARACTERS);
export const R2_IN_DB = child('1', CHARACTERS_IN_DB);
export const TOKEN = child('1', TOKENS);
export const TOKEN_OWN_DB = child('1', TOKENS, inDb('db1'));
export const R2_OWN_DB = child('1', CHARACTERS, inDb('db1'));
export const NATIVE_INDEXES = native('indexes');
export const IDX = child('myidx', NATIVE_INDEXES);
export const named = (name: string): string => child(name, COLLECTIONS);
export const document = child;

export const set = (content: string): string => `{"@set":{${content}}}`;
export const match = (terms?: string): string =>
  set(`"match":${IDX}${terms === undefined ? '' : `,"terms":${terms}`}`);
export const M = match('"x"');
export const query = (expression: string): string => `{"@query":{"lambda":"x","expr":${expression}}}`;
export const Q = query('{"var":"x"}');
export const D = '{"@date":"2018-01-02"}';
export const MIDNIGHT = '{"@ts":"2018-01-02T00:00:00Z"}';
export const inside = (value: string): string => `{"a":${value}}`;
export const list = (length: number): string => `[${Array.from({ length }, () => 'true').join(',')}]`;
export const string = (length: number): string => JSON.stringify('x'.repeat(length));

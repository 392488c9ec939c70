import { build, fromWire, type Entry, type RefValue, type Value } from '../../value/index.ts';
import { UnprintableValue } from '../format.ts';
import { jsonOf } from './json-of.ts';
import { oddRef, refOfPath, pathText } from './path.ts';
import type { Traits } from './traits.ts';
import { asTagged } from './untagged.ts';

/**
 * The driver's JSON object hook (faunadb 4.5.2, faunadb/_json.py), called for every object after its members: the first
 * tag that is found among the keys makes the value, and all other members are dropped without a word. `@obj` is meant
 * to protect user data from that and does not, because what it holds was decoded before.
 * @throws UnprintableValue where the driver raises; a `ValueError` becomes `Invalid JSON.`, others come through.
 */
export function hook(entries: readonly Entry[], traits: Traits): Value {
  const members = new Map(entries);
  for (const [tag, read] of TAGS) {
    const content = isUnknown(tag, traits) ? undefined : members.get(tag);
    if (content !== undefined) return read(content, traits);
  }
  return asTagged(entries, traits);
}

function isUnknown(tag: string, { unknownTags }: Traits): boolean {
  return (tag === '@bytes' || tag === '@query') && unknownTags.has(tag);
}

const TAGS: readonly (readonly [tag: string, read: (content: Value, traits: Traits) => Value])[] = [
  ['@ref', hookRef],
  ['@obj', (content) => content],
  ['@set', hookSet],
  ['@query', (content, traits) => build.query(jsonOf(content, traits))],
  ['@ts', hookTime],
  ['@date', hookDate],
  ['@bytes', hookBytes],
];

function hookRef(content: Value, { refs }: Traits): Value {
  if (refs === 'path') return hookPath(content);
  if (content.kind === 'string') return fail("string indices must be integers, not 'str'");
  if (content.kind === 'bytes') return fail("a bytes-like object is required, not 'str'");
  if (content.kind === 'array') return fail('list indices must be integers or slices, not str');
  if (content.kind !== 'object') return fail(`argument of type '${typeName(content)}' is not iterable`);
  const members = new Map(content.entries);
  const id = members.get('id');
  if (id === undefined) return fail("'id'");
  if (id.kind === 'null') return fail('Invalid JSON.');
  // Only a user's own `@ref` holds anything but text and refs here; the driver prints it, this model does not follow.
  if (id.kind !== 'string') return fail('a ref without a text for its id');
  return build.ref(id.value, part(members.get(refs)), part(members.get('database')));
}

/** Only a user's own `@ref` holds anything but a path; what this model does not follow, it refuses. */
function hookPath(content: Value): Value {
  if (content.kind === 'string') return refOfPath(content.value);
  if (content.kind === 'ref') return refOfPath(pathText(content));
  const odd = content.kind === 'object' ? oddRef(content.entries) : undefined;
  return odd === undefined ? fail('a ref without a text for its path') : content;
}

function part(content: Value | undefined): RefValue | undefined {
  if (content === undefined || content.kind === 'null') return undefined;
  return content.kind === 'ref' ? content : fail('a ref without a ref for its collection or database');
}

/**
 * A driver's value in the place of parameters gives its own. Only a user's own `@set` holds anything else than an object:
 * that stays an object with this key, which no other decoded object can have.
 */
function hookSet(content: Value): Value {
  if (content.kind === 'set') return content;
  if (content.kind === 'object') return isOddSet(content.entries) ? content : build.set(content.entries);
  if (content.kind === 'query') return hookSet(fromWire(content.body));
  if (content.kind === 'ref') return build.set(refMembers(content));
  return build.obj([['@set', content.kind === 'ts' ? build.str(content.text) : content]]);
}

/** Whether a decoded object stands for a set without parameters: see `hookSet`. */
export function isOddSet(entries: readonly Entry[]): boolean {
  return entries.length === 1 && entries[0]?.[0] === '@set';
}

/** The value inside a ref of the driver: of old ones the path. */
function refMembers({ id, collection, database }: RefValue): Entry[] {
  const members: Entry[] = [['id', typeof id === 'string' ? build.str(id) : id]];
  if (collection !== undefined) members.push(['collection', collection]);
  if (database !== undefined) members.push(['database', database]);
  return members;
}

function hookTime(content: Value): Value {
  if (content.kind === 'string') return build.ts(content.value.replaceAll('+00:00', 'Z'));
  if (content.kind === 'bytes') return fail("a bytes-like object is required, not 'str'");
  if (content.kind === 'date') return fail("'str' object cannot be interpreted as an integer");
  return fail(`'${typeName(content)}' object has no attribute 'replace'`);
}

function hookDate(content: Value): Value {
  if (content.kind === 'string' && /^\d{4}-\d\d-\d\d$/.test(content.value)) return build.date(content.value);
  return fail('Invalid JSON.');
}

function hookBytes(content: Value): Value {
  if (content.kind !== 'string') return fail(`'${typeName(content)}' object has no attribute 'encode'`);
  // urlsafe_b64decode skips what is no Base64 and wants the padding.
  const base64 = content.value.replaceAll(/[^A-Za-z\d+/=_-]/g, '');
  return base64.length % 4 === 0 ? build.bytes(Buffer.from(base64, 'base64')) : fail('Invalid JSON.');
}

function typeName(value: Value): string {
  return value.kind === 'object' && isOddSet(value.entries) ? 'SetRef' : TYPE_NAMES[value.kind];
}

/** What Python calls the types of decoded values. */
const TYPE_NAMES: Readonly<Record<Value['kind'], string>> = {
  null: 'NoneType',
  boolean: 'bool',
  long: 'int',
  double: 'float',
  number: 'float',
  string: 'str',
  bytes: 'bytearray',
  array: 'list',
  object: 'dict',
  ref: 'Ref',
  ts: 'FaunaTime',
  date: 'datetime.date',
  uuid: 'dict',
  set: 'SetRef',
  query: 'Query',
  opaque: 'SetRef',
  unsaid: 'object',
  oneOf: 'object',
};

function fail(message: string): never {
  throw new UnprintableValue('decode', message);
}

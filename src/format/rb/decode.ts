import { build, fromWire, JsonObject, toWire, type Entry, type Value } from '../../value/index.ts';
import { UnprintableValue } from '../format.ts';
import { likeliest, options } from '../shared/options.ts';
import { ownEntries } from '../shared/own-entries.ts';
import { pathOf, refOfPath } from '../shared/path-ref.ts';
import { julianDay, readRubyTime, rubyTime } from './time.ts';
import type { RubyTraits } from './traits.ts';

/**
 * What `FaunaJson.deserialize` makes of a value: tags are looked for in every hash, also in those that `@obj` protects, and
 * the other members of a tagged hash are dropped (fauna 3.0.0, lib/fauna/json.rb). Bytes and queries that a release does
 * not know stay hashes of one key.
 * @throws UnprintableValue where it raises.
 */
export function decode(value: Value, traits: RubyTraits): Value {
  const inner = (one: Value): Value => decode(one, traits);
  const entries = (list: readonly Entry[]): Entry[] => list.map(([key, one]) => [key, inner(one)]);
  switch (value.kind) {
    case 'array':
      return build.arr(value.items.map(inner));
    case 'set':
      return build.set(entries(ownEntries(value.entries)));
    case 'object':
      return tagged(value.entries, traits) ?? build.obj(entries(ownEntries(value.entries)));
    case 'bytes':
      return traits.bytes
        ? value
        : build.obj([['@bytes', build.str(Buffer.from(value.value).toString('base64'))]]);
    case 'query': {
      const body = inner(fromWire(value.body));
      if (!traits.query) return build.obj([['@query', body]]);
      if (body.kind !== 'object') throw new UnprintableValue('decode', 'TypeError: a query that is no hash');
      return build.query(toWire(likeliest(body), traits.generation));
    }
    case 'uuid':
      return build.obj([['@uuid', build.str(value.text)]]);
    case 'date':
      if (julianDay(value.text) === undefined || /^\+?1582-10-(?:0[5-9]|1[0-4])$/.test(value.text))
        throw new UnprintableValue('decode', 'Date::Error: invalid date');
      return value;
    case 'ts':
      return build.ts(readRubyTime(rubyTime(value.text)) ?? value.text);
    case 'string':
      if (/\p{Surrogate}/u.test(value.value))
        throw new UnprintableValue('decode', 'JSON::ParserError: incomplete surrogate pair');
      return value;
    case 'ref':
      return traits.ref === 'path' ? refOfPath(pathOf(value)) : value;
    case 'oneOf':
      return options(value.options.map(inner));
    case 'null':
    case 'boolean':
    case 'long':
    case 'double':
    case 'number':
    case 'opaque':
    case 'unsaid':
      return value;
  }
}

/** The tags in the order in which the driver looks for them. */
const TAGS = ['@ref', '@set', '@obj', '@ts', '@date', '@bytes', '@query'];

function tagged(entries: readonly Entry[], traits: RubyTraits): Value | undefined {
  const members = new Map(entries);
  const tag = TAGS.filter(
    (one) => (traits.bytes || one !== '@bytes') && (traits.query || one !== '@query'),
  ).find((one) => members.has(one));
  const content = tag === undefined ? undefined : members.get(tag);
  if (tag === undefined || content === undefined) return undefined;
  if (tag === '@obj') return decode(content, traits);
  // The driver asks the content for its id (3.0.0, lib/fauna/json.rb), which a string takes for an index.
  if (tag === '@ref' && traits.ref === 'members' && content.kind === 'string')
    throw new UnprintableValue('decode', 'TypeError: no implicit conversion of Symbol into Integer');
  const again = fromWire(new JsonObject([[tag, toWire(likeliest(content), traits.generation)]]));
  if (again.kind !== 'object') return decode(again, traits);
  throw new UnprintableValue('decode', `TypeError: ${tag} does not have its shape`);
}

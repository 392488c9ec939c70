import { build, type BytesValue, type Entry, type Value } from '../../value/index.ts';
import { jsonOf } from './json-of.ts';
import type { Traits } from './traits.ts';

/** Bytes that the driver does not decode print as an object with the tag for its key: the text may be either. */
export function bytesAsObject(value: BytesValue): Value {
  const text = Buffer.from(value.value).toString('base64');
  return build.oneOf([value, build.obj([['@bytes', build.str(text)]])]);
}

/** The same of a lambda; `body` is what the driver made of it. */
export function queryAsObject(body: Value, traits: Traits): Value {
  return build.oneOf([build.query(jsonOf(body, traits)), build.obj([['@query', body]])]);
}

/** An object, or what else its text may stand for because the driver knows nothing of the tag that is its only key. */
export function asTagged(entries: readonly Entry[], traits: Traits): Value {
  const { unknownTags } = traits;
  const [first, ...others] = entries;
  if (first === undefined || others.length > 0) return build.obj(entries);
  const [tag, content] = first;
  if (tag === '@query' && unknownTags.has(tag)) return queryAsObject(content, traits);
  if (tag !== '@bytes' || !unknownTags.has(tag) || content.kind !== 'string') return build.obj(entries);
  return BASE64.test(content.value) ? bytesText(content.value) : build.obj(entries);
}

/** As `fromWire` takes it: both alphabets, with padding or without. */
const BASE64 = /^[\w+/-]*={0,2}$/;

/** The spelling of the database is likelier bytes than a user's object. */
function bytesText(text: string): Value {
  const value = build.bytes(Buffer.from(text, 'base64'));
  const object = build.obj([['@bytes', build.str(text)]]);
  const isUsual = Buffer.from(value.value).toString('base64') === text;
  return build.oneOf(isUsual ? [value, object] : [object, value]);
}

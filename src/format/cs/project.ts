import { build, fromWire, toWire, type Entry, type Value } from '../../value/index.ts';
import { isClock, isDay } from '../shared/direct/calendar.ts';
import { projectString } from '../shared/lone-surrogates.ts';
import { likeliest, options } from '../shared/options.ts';
import { pathOf, refOfPath } from '../shared/path-ref.ts';
import { dateText, readDate } from './culture.ts';
import { doubleText, readDoubles, type DoubleStyle } from './double-text.ts';
import { LOST_ARRAY, base64, bodyText, printDecoded, timeText } from './print.ts';
import { QUERY_TEXT, type Traits } from './traits.ts';

const SECOND = 1_000_000_000;
const MIDNIGHT = '00:00:00';

/** What the C# driver's print leaves of a value. */
export function project(value: Value, traits: Traits): Value {
  const inner = (one: Value): Value => project(one, traits);
  switch (value.kind) {
    case 'string':
      return projectString(value.value, '\ufffd');
    case 'double':
      return doubleOf(doubleText(value.value, traits), traits) ?? value;
    case 'bytes':
      return traits.bytes ? value : objectOf([['@bytes', base64(value.value)]], traits);
    case 'array':
      return traits.arrays ? build.arr(value.items.map(inner)) : LOST_ARRAY;
    case 'object':
      return objectOf(
        value.entries.map(([key, one]): Entry => [key, inner(one)]),
        traits,
      );
    case 'ref':
      return traits.ref === 'path' && typeof value.id === 'string' ? refOfPath(pathOf(value)) : value;
    case 'date':
      return traits.time === 'iso'
        ? value
        : (dateOrTime(dateText(value.text, traits.culture), traits) ?? value);
    case 'ts':
      return timeOf(value, traits);
    case 'set':
      return opaqueSet(traits);
    case 'query':
      if (traits.query === 'tag') return objectOf([['@query', inner(fromWire(value.body))]], traits);
      return opaqueQuery(
        traits,
        traits.query === 'body' ? bodyText(fromWire(value.body), traits) : QUERY_TEXT,
      );
    case 'uuid':
      return objectOf([['@uuid', build.str(value.text)]], traits);
    case 'oneOf':
      return options(value.options.map(inner));
    case 'null':
    case 'boolean':
    case 'long':
    case 'number':
    case 'opaque':
    case 'unsaid':
      return value;
  }
}

export function opaqueSet({ id, setText }: Traits): Value {
  return build.opaque('set', id, setText);
}

export function opaqueQuery({ id }: Traits, text: string): Value {
  return build.opaque('query', id, text);
}

/** An object of one member whose tag the release does not know is also what that tag means. */
export function objectOf(entries: readonly Entry[], traits: Traits): Value {
  const object: Value = { kind: 'object', entries };
  const [entry] = entries;
  if (entry === undefined || entries.length > 1) return object;
  const [tag, content] = entry;
  const inner = likeliest(content);
  if (tag === '@uuid' && inner.kind === 'string') return options([object, build.uuid(inner.value)]);
  if (tag === '@bytes' && !traits.bytes && inner.kind === 'string') {
    const bytes = Buffer.from(inner.value, 'base64');
    return bytes.toString('base64') === inner.value ? options([object, build.bytes(bytes)]) : object;
  }
  if (tag === '@query' && traits.query === 'tag' && inner.kind === 'object')
    // A body in which something is lost has no spelling on the wire; its print is all that is known.
    return options([
      object,
      isWhole(content)
        ? build.query(toWire(inner, 'paths'))
        : opaqueQuery(traits, printDecoded(content, traits)),
    ]);
  return object;
}

/** The doubles that print as this text; `undefined` for a text that is none. */
export function doubleOf(text: string, style: DoubleStyle): Value | undefined {
  const doubles = readDoubles(text, style);
  return doubles.length === 0 ? undefined : build.oneOf(doubles.map(build.double));
}

/** What `FaunaDate(…)` stands for: a day, before 2.0.0 also a time to the second. `undefined`: no such day or time. */
export function dateOrTime(text: string, { culture, time }: Traits): Value | undefined {
  if (time === 'iso') {
    const iso = readDate(text, culture);
    return iso === undefined || !isDate(iso) ? undefined : { kind: 'date', text: iso };
  }
  const end = text.length - MIDNIGHT.length;
  if (text[end - 1] !== ' ' || !isClock(text, end)) return undefined;
  const iso = readDate(text.slice(0, end) + MIDNIGHT, culture);
  if (iso === undefined || !isDate(iso)) return undefined;
  const moment = build.ts(`${iso}T${text.slice(end)}Z`, SECOND);
  return text.endsWith(MIDNIGHT) ? build.oneOf([build.date(iso), moment]) : moment;
}

function isDate(iso: string): boolean {
  return iso.length === 10 && isDay(iso, 0);
}

function timeOf(value: Value & { readonly kind: 'ts' }, traits: Traits): Value {
  if (traits.time === 'iso') return build.ts(timeText(value.text), 100);
  return dateOrTime(printDecoded(value, traits).slice('FaunaDate('.length, -1), traits) ?? value;
}

/** Whether nothing in it is lost, so that it has a spelling on the wire. */
function isWhole(value: Value): boolean {
  switch (value.kind) {
    case 'array':
      return value.items.every(isWhole);
    case 'object':
      return value.entries.every(([, inner]) => isWhole(inner));
    case 'ts':
      return value.truncated === undefined;
    case 'opaque':
    case 'unsaid':
    case 'oneOf':
      return false;
    default:
      return true;
  }
}

import { build, writeJson, type Entry, type Value } from '../../value/index.ts';
import { options } from '../shared/options.ts';
import { ownEntries } from '../shared/own-entries.ts';
import { pathOf, refOfPath } from '../shared/path-ref.ts';
import { wellFormed } from '../shared/well-formed.ts';
import { undecoded } from './decode.ts';
import { doubleText, integerOf } from './numbers.ts';
import { projectBody } from './query.ts';
import { dateText, timeText } from './times.ts';
import type { SwiftTraits } from './traits.ts';
import { listReading, wordReading } from './words.ts';

/** What the Swift driver's print leaves of a value. */
export function project(value: Value, traits: SwiftTraits): Value {
  const inner = (item: Value): Value => project(item, traits);
  const word = (text: string): Value => wordReading(text, traits);
  const object = undecoded(value, traits);
  if (object !== undefined) return options([inner(object), value]);
  switch (value.kind) {
    case 'null':
      return word('null');
    case 'boolean':
    case 'long':
      return word(String(value.value));
    case 'double': {
      if (!Number.isFinite(value.value)) return value;
      const integer = integerOf(value.value);
      const reading = word(integer === undefined ? doubleText(value.value) : String(integer));
      // What has been truncated is not read again.
      return integer === undefined || Number(integer) === value.value ? reading : options([reading, value]);
    }
    case 'string':
      return word(wellFormed(value.value));
    case 'bytes':
      return word(`"${Buffer.from(value.value).toString('base64')}"`);
    case 'ts':
      return word(timeText(value.text));
    case 'date':
      return word(dateText(value.text));
    case 'array':
      return listReading(value.items.map(inner));
    case 'object':
      return { ...build.obj(entries(value.entries, inner)), ordered: false };
    case 'set':
      return build.set(entries(value.entries, inner));
    case 'ref':
      return traits.ref === 'path' ? options([word(pathOf(value)), refOfPath(pathOf(value))]) : value;
    case 'query': {
      const body = projectBody(value.body);
      const same = writeJson(body) === writeJson(value.body);
      return same ? value : options([build.query(body), value]);
    }
    case 'oneOf':
      return options(value.options.map(inner));
    case 'uuid':
    case 'number':
    case 'opaque':
    case 'unsaid':
      return value;
  }
}

function entries(list: readonly Entry[], inner: (item: Value) => Value): Entry[] {
  return ownEntries(list).map(([key, item]): Entry => [wellFormed(key), inner(item)]);
}

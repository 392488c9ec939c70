import type { RefValue, UnsaidValue, Value } from '../../../value/index.ts';
import { ADDRESS, inspect } from '../print.ts';
import { pathOf } from '../../shared/path-ref.ts';
import { rubyTime } from '../time.ts';
import type { RubyTraits } from '../traits.ts';
import { addressOnly, classOf } from './address-only.ts';

/**
 * What `puts` writes of a decoded value, without the line feed behind it: `to_s`, arrays item by item on lines of their own,
 * whatever their nesting; nothing for an empty one. A string keeps its own line feed at the end and gets no other.
 */
export function putsText(value: Value, traits: RubyTraits): string {
  return lines(value, traits).join('\n');
}

function lines(value: Value, traits: RubyTraits): readonly string[] {
  switch (value.kind) {
    case 'array':
      return value.items.flatMap((item) => lines(item, traits));
    case 'oneOf':
      return value.options.slice(0, 1).flatMap((option) => lines(option, traits));
    case 'null':
      return [''];
    case 'string':
      return [withoutLineFeed(value.value)];
    case 'bytes':
    case 'set':
    case 'query':
      return lines(addressOnly(value.kind), traits);
    case 'unsaid':
      return [`#<Fauna::${classOf(value)}:${ADDRESS}>`];
    case 'ref':
      return [traits.ref === 'path' ? pathOf(value) : refText(value)];
    case 'ts':
      return [rubyTime(value.text).replace(/\.\d+(?= UTC$)/, '')];
    case 'date':
      return [value.text.replace(/^\+/, '')];
    case 'boolean':
    case 'long':
    case 'double':
    case 'number':
    case 'object':
    case 'uuid':
    case 'opaque':
      return [inspect(value, traits)];
  }
}

/** What a string's line holds of it. */
export function withoutLineFeed(text: string): string {
  return text.endsWith('\n') ? text.slice(0, -1) : text;
}

/** `Ref(id=1,class=Ref(id=users,class=Ref(id=classes)))`, nothing escaped (fauna 3.0.0, lib/fauna/objects.rb). */
function refText(ref: RefValue | UnsaidValue): string {
  if (ref.kind === 'unsaid' || typeof ref.id !== 'string')
    throw new TypeError('A ref that is not wholly known has no print.');
  const part = (name: string, of: RefValue | UnsaidValue | undefined): string =>
    of === undefined ? '' : `,${name}=${refText(of)}`;
  return `Ref(id=${ref.id}${part('class', ref.collection)}${part('database', ref.database)})`;
}

import { build, type Entry, type RefValue, type Value } from '../../value/index.ts';
import { options } from '../shared/options.ts';
import { ownEntries } from '../shared/own-entries.ts';
import { wellFormed } from '../shared/well-formed.ts';
import { hasEmptyFirstKey } from './decode-tokens.ts';
import { doubleText } from './double-text.ts';
import { projectTime } from './time.ts';
import { addressOnly, bracketReading, byBytes, wordReading } from './words.ts';

/** What the Go driver's print leaves of a value. */
export function project(value: Value): Value {
  // Decoding makes another value of it; `print` knows which, and nothing of it is left to be said here.
  if (hasEmptyFirstKey(value)) return build.unsaid('members after an empty first key go astray');
  return projectAt(value, false);
}

function projectAt(value: Value, within: boolean): Value {
  const inner = (item: Value): Value => projectAt(item, true);
  const sorted = (list: readonly Entry[]): Entry[] =>
    ownEntries(list)
      .map(([key, item]): Entry => [wellFormed(key), inner(item)])
      .sort(([left], [right]) => byBytes(left, right));

  switch (value.kind) {
    case 'null':
      return wordReading('{}');
    case 'boolean':
      return wordReading(String(value.value));
    case 'long':
      return wordReading(value.value.toString());
    case 'double':
      return wordReading(doubleText(value.value));
    case 'string': {
      const printed = wellFormed(value.value);
      const reading = wordReading(printed);
      return printed === value.value ? reading : options([reading, value]);
    }
    case 'bytes':
      return bracketReading([...value.value].map((byte) => wordReading(String(byte))));
    case 'array':
      return bracketReading(value.items.map(inner));
    case 'object':
      // The decoder takes a user's own key `@obj` for the escape (spec section 17 item 2).
      if (value.ordered !== false && value.entries[0]?.[0] === '@obj')
        return build.unsaid('the driver unwraps a key named @obj');
      return { ...build.obj(sorted(value.entries)), ordered: false };
    case 'set':
      return build.set(sorted(value.entries));
    case 'ref':
      return projectRef(value, within);
    case 'ts':
    case 'date':
      return projectTime(value);
    case 'uuid':
      return build.oneOf([{ ...build.obj([['@uuid', wordReading(value.text)]]), ordered: false }, value]);
    case 'oneOf':
      return options(value.options.map((option) => projectAt(option, within)));
    case 'number':
    case 'query':
    case 'opaque':
    case 'unsaid':
      return value;
  }
}

function projectRef(ref: RefValue, within: boolean): Value {
  if (ref.collection === undefined && ref.database === undefined) return within ? addressOnly : ref;
  const part = (known: unknown) => (known === undefined ? undefined : build.unsaid('address only'));
  return build.ref(ref.id, part(ref.collection), part(ref.database));
}

import { build, type Entry, type Value } from '../../value/index.ts';
import { options } from '../shared/options.ts';
import { ownEntries } from '../shared/own-entries.ts';
import { wellFormed } from '../shared/well-formed.ts';
import { isDecodedFaithfully } from './decode.ts';
import { doubleText } from './double-text.ts';
import { projectRef, refStyle } from './ref.ts';
import { projectTime } from './time.ts';
import type { WordTraits } from './traits.ts';
import { bracketReading, byBytes, wordReading } from './words.ts';

/** What the Go driver's print leaves of a value. */
export function project(value: Value, traits: WordTraits): Value {
  // Decoding fails or makes another value of it; `print` knows which, and nothing of it is left to be said here.
  if (!isDecodedFaithfully(value, traits)) return build.unsaid('the driver does not decode this value');
  return projectAt(value, false, traits);
}

function projectAt(value: Value, within: boolean, traits: WordTraits): Value {
  const inner = (item: Value): Value => projectAt(item, true, traits);
  const entries = (list: readonly Entry[]): Entry[] => {
    const own = ownEntries(list).map(([key, item]): Entry => [wellFormed(key), inner(item)]);
    return traits.sorted ? own.sort(([left], [right]) => byBytes(left, right)) : own;
  };

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
      return { ...build.obj(entries(value.entries)), ordered: false };
    case 'set':
      return build.set(entries(value.entries));
    case 'ref':
      return projectRef(value, within, refStyle(traits.ref));
    case 'ts':
    case 'date':
      return projectTime(value);
    case 'uuid':
      return build.oneOf([{ ...build.obj([['@uuid', wordReading(value.text)]]), ordered: false }, value]);
    case 'oneOf':
      return options(value.options.map((option) => projectAt(option, within, traits)));
    case 'number':
    case 'query':
    case 'opaque':
    case 'unsaid':
      return value;
  }
}

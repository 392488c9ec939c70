import { build, type Entry, type RefValue, type UnsaidValue, type Value } from '../../../value/index.ts';
import { options } from '../../shared/options.ts';
import { ownEntries } from '../../shared/own-entries.ts';
import { wellFormed } from '../../shared/well-formed.ts';
import { isDecodedFaithfully, type DecodeTraits } from '../decode.ts';
import { byBytes } from '../words.ts';
import { numberReading, quotedDouble } from './numbers.ts';
import { UNWRAPPED, objectReading } from './object.ts';
import { quotedTime } from './time.ts';
import type { QuotedTraits } from './traits.ts';

/** What is left of a value in the text of `String`. */
export function projectQuoted(value: Value, traits: QuotedTraits & DecodeTraits): Value {
  // Decoding fails or makes another value of it; `print` knows which, and nothing of it is left to be said here.
  if (!isDecodedFaithfully(value, traits)) return build.unsaid('the driver does not decode this value');
  return projectAt(value, traits);
}

function projectAt(value: Value, traits: QuotedTraits): Value {
  const inner = (item: Value): Value => projectAt(item, traits);
  switch (value.kind) {
    case 'long':
      return numberReading(value.value.toString(), traits) ?? value;
    case 'double':
      return numberReading(quotedDouble(value.value, traits), traits) ?? value;
    case 'string': {
      const printed = wellFormed(value.value);
      return printed === value.value ? value : options([build.str(printed), value]);
    }
    case 'array':
      return build.arr(value.items.map(inner));
    case 'object': {
      const entries = sorted(value.entries, inner);
      const [first] = entries;
      if (entries.length !== 1 || first?.[0] !== UNWRAPPED) return objectReading(entries);
      return options([first[1], { ...build.obj(entries), ordered: false }]);
    }
    case 'set':
      return build.set(sorted(value.entries, inner));
    case 'ref':
      return projectRef(value);
    case 'ts':
      return build.ts(quotedTime(value.text));
    case 'uuid':
      return objectReading([['@uuid', build.str(wellFormed(value.text))]]);
    case 'oneOf':
      return options(value.options.map(inner));
    case 'null':
    case 'boolean':
    case 'number':
    case 'bytes':
    case 'date':
    case 'query':
    case 'opaque':
    case 'unsaid':
      return value;
  }
}

function sorted(list: readonly Entry[], inner: (item: Value) => Value): Entry[] {
  return ownEntries(list)
    .map(([key, item]): Entry => [wellFormed(key), inner(item)])
    .sort(([left], [right]) => byBytes(left, right));
}

function projectRef(ref: RefValue): RefValue {
  const part = (known: RefValue | UnsaidValue | undefined): RefValue | UnsaidValue | undefined =>
    known?.kind === 'ref' ? projectRef(known) : known;
  const id = typeof ref.id === 'string' ? wellFormed(ref.id) : ref.id;
  return build.ref(id, part(ref.collection), part(ref.database));
}

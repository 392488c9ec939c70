import { build, type RefValue } from '../../../value/index.ts';
import { readName } from '../../shared/read-names.ts';
import { UNSAID } from '../decode/elided.ts';
import { indexOf } from './index-of.ts';
import { dedent, type Place } from './read-place.ts';
import { namedCollection } from '../project/said-ref.ts';
import type { RefTraits } from '../traits.ts';

/** Reads the rest of `Ref(Tokens(), "1")`. */
export function readDocument(place: Place, refs: RefTraits & { style: 'call' }): RefValue {
  const { reader, names } = place;
  const collection = readRef(place);
  reader.expect(', "');
  const id = dedent(
    readName(reader, names, (from) => indexOf(reader.text, '")', from)),
    place,
  );
  reader.expect('")');
  if (refs.databases === 'moved' && collection.collection === undefined)
    return build.ref(id, build.ref(collection.id), collection.database);
  return build.ref(id, collection, build.unsaid(UNSAID.database));
}

/** Reads the rest of `Index("i")`, `Index("i", Database("d"))`. */
export function readNamed(place: Place, native: string, checksNative: boolean): RefValue {
  const { reader, names } = place;
  reader.expect('"');
  const id = dedent(
    readName(reader, names, (from) => namedEnd(reader.text, from)),
    place,
  );
  const collection = namedCollection(native, id, checksNative);
  if (reader.takes('")')) return build.ref(id, collection);
  reader.expect('", ');
  const database = readRef(place);
  reader.expect(')');
  return build.ref(id, collection, database);
}

function readRef(place: Place): RefValue {
  const at = place.reader.offset;
  const value = place.readers.special(place);
  return value?.kind === 'ref' ? value : place.reader.fail('a ref', at);
}

function namedEnd(text: string, from: number): number | undefined {
  for (let at = text.indexOf('"', from); at !== -1; at = text.indexOf('"', at + 1))
    if (text.startsWith(')', at + 1) || text.startsWith(', Database("', at + 1)) return at;
  return undefined;
}

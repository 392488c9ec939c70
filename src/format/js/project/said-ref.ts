import { build, type RefValue, type UnsaidValue } from '../../../value/index.ts';
import { wellFormed } from '../../shared/well-formed.ts';
import type { Dialect } from '../dialect.ts';
import { elidedValue, UNSAID } from '../decode/elided.ts';
import { nativeId } from '../native-names.ts';
import { refOfPath } from '../decode/path-ref.ts';
import { RefSpecial, TextSpecial } from '../decode/specials.ts';
import { coerced } from '../print/special-text.ts';

/** What a ref says that prints itself. */
export function saidRef(ref: RefSpecial, dialect: Dialect): RefValue {
  const { refs } = dialect.traits;
  if (refs.style === 'path') return refOfPath(wellFormed(coerced(ref.value, dialect)));
  const id = wellFormed(coerced(ref.id, dialect));
  const part = (of: unknown): RefValue | UnsaidValue | undefined => saidPart(of, dialect);
  if (refs.style !== 'call') return build.ref(id, part(ref.collection), part(ref.database));
  const { collection } = ref;
  if (!(collection instanceof RefSpecial))
    return build.ref(asPrinted(id, refs.spellsProviders), undefined, part(ref.database));
  const parent = coerced(collection.id, dialect);
  if (Object.hasOwn(refs.named, parent) && (!refs.checksNative || collection.collection === undefined))
    return build.ref(id, namedCollection(parent, id, refs.checksNative), part(ref.database));
  if (refs.databases === 'moved' && collection.collection === undefined)
    return build.ref(id, build.ref(asPrinted(wellFormed(parent), refs.spellsProviders)), part(ref.database));
  return build.ref(id, saidRef(collection, dialect), build.unsaid(UNSAID.database));
}

/**
 * The collection of what prints as `Index("1")`. Before 4.0.0 a document of any collection named `indexes` prints so too, and
 * the ids of documents are numbers.
 */
export function namedCollection(native: string, id: string, checksNative: boolean): RefValue {
  return checksNative || !/^\d+$/.test(id)
    ? build.ref(native)
    : build.ref(native, build.unsaid(UNSAID.sameName));
}

/** The first letter of a native collection's id is printed as a capital. */
function asPrinted(id: string, spellsProviders: boolean): string {
  if (id === 'access_providers') return id;
  return nativeId(id.charAt(0).toUpperCase() + id.slice(1), spellsProviders);
}

function saidPart(of: unknown, dialect: Dialect): RefValue | UnsaidValue | undefined {
  if (of instanceof RefSpecial) return saidRef(of, dialect);
  const value = of instanceof TextSpecial ? elidedValue(of.value, dialect.traits.id) : undefined;
  return value?.kind === 'ref' || value?.kind === 'unsaid' ? value : undefined;
}

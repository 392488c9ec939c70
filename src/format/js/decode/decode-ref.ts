import type { RefValue, UnsaidValue } from '../../../value/index.ts';
import { UnprintableValue } from '../../format.ts';
import type { Dialect } from '../dialect.ts';
import { unseenRef } from './elided.ts';
import { pathOf } from './path-ref.ts';
import { RefSpecial, type Special } from './specials.ts';

/** A ref as the driver decodes it. @throws UnprintableValue for an empty id, which has to be there from 2.0.0 on. */
export function decodeRef(ref: RefValue, dialect: Dialect): Special {
  const elided = unseenRef(ref);
  if (elided !== undefined) return elided;
  if (dialect.traits.generation === 'paths') return new RefSpecial(pathOf(ref));
  if (ref.id === '') throw new UnprintableValue('decode', 'InvalidValue: id cannot be null or undefined');
  const part = (of: RefValue | UnsaidValue | undefined): Special | undefined =>
    of?.kind === 'ref' ? decodeRef(of, dialect) : undefined;
  return makeRef(typeof ref.id === 'string' ? ref.id : '', part(ref.collection), part(ref.database), dialect);
}

/** The driver's constructor, for ids that are there: a member that is empty is left out. */
export function makeRef(id: unknown, collection: unknown, database: unknown, dialect: Dialect): RefSpecial {
  return new RefSpecial({
    id,
    ...(collection ? { [collectionKey(dialect)]: collection } : {}),
    ...(database ? { database } : {}),
  });
}

/** What the member of a ref that tells its collection is called. */
export function collectionKey({ traits }: Dialect): 'class' | 'collection' {
  return traits.generation === 'collections' ? 'collection' : 'class';
}

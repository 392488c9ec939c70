import { COLLECTIONS } from '../data/ids.ts';
import { isArray, isTagged, type Data } from '../data/data.ts';
import { PURE } from '../eval/effect.ts';
import { maxEffect } from '../eval/max-effect.ts';
import { invalidType, valueRequired } from './failures.ts';
import { storedType } from './stored-type.ts';
import type { Draft } from './kind.ts';
import type { Lambda } from '../data/lambda.ts';
import type { Obj } from '../data/obj.ts';
import type { Ref } from '../data/ref.ts';
import type { ValidationFailure } from '../eval/failure.ts';

/** One source of an index: a collection, or all of them, and what is computed of their documents. */
export interface IndexSource {
  /** `undefined`: every collection (`"_"`). */
  readonly collection: Ref | undefined;
  readonly bindings: readonly (readonly [name: string, lambda: Lambda])[];
}

/** Reads the `source` field of an index; what is not valid is left out. */
export function sourcesOf(source: Data): readonly IndexSource[] {
  return (isArray(source) ? source : [source]).flatMap((one): readonly IndexSource[] => {
    if (one === '_') return [{ collection: undefined, bindings: [] }];
    if (isCollection(one)) return [{ collection: one, bindings: [] }];
    if (!isObject(one)) return [];
    const collection = one.get('collection') ?? one.get('class') ?? null;
    if (collection !== '_' && !isCollection(collection)) return [];
    return [{ collection: collection === '_' ? undefined : collection, bindings: bindingsOf(one) }];
  });
}

/** Checks the `source` field by itself. */
export function checkSources(source: Data, field: readonly string[]): readonly ValidationFailure[] {
  const sources = isArray(source) ? source : [source];
  const wrong = sources.flatMap((one): readonly ValidationFailure[] => {
    if (one === '_' || isCollection(one)) return [];
    if (!isObject(one)) return [invalidType(field, storedType(one), 'SourceClass')];
    const collection = one.get('collection') ?? one.get('class');
    if (collection === undefined) return [valueRequired('class')];
    if (collection === '_' || isCollection(collection)) return [];
    return [invalidType(['class'], storedType(collection), 'SourceClass')];
  });
  return wrong.length > 0 ? wrong : checkTogether(sourcesOf(source), field);
}

/** Bindings must be pure functions of one value, and each must be used by a term or a value. */
export function checkBindings({ fields }: Draft): readonly ValidationFailure[] {
  const used = new Set([...usedBindings(fields.get('terms')), ...usedBindings(fields.get('values'))]);
  return sourcesOf(fields.get('source') ?? null).flatMap(({ bindings }, place) =>
    bindings.flatMap(([name, lambda], index) => {
      const field = ['source', String(place), 'fields', String(index), name];
      const failures: ValidationFailure[] = [];
      if (!isPureUnary(lambda)) {
        const description = 'Field binding must be a pure unary function.';
        failures.push({ field, code: 'invalid binding', description });
      }
      if (!used.has(name)) {
        const description = 'Source binding is not used as a term or value.';
        failures.push({ field, code: 'unused binding', description });
      }
      return failures;
    }),
  );
}

function checkTogether(
  sources: readonly IndexSource[],
  field: readonly string[],
): readonly ValidationFailure[] {
  const collections = sources.map(({ collection }) => collection);
  const wildcards = collections.filter((collection) => collection === undefined).length;
  const plain = sources.every(({ bindings }) => bindings.length === 0);
  if (wildcards > 0 && sources.length > 1 && plain) {
    const description = 'Cannot mix collection refs and wildcards without providing bindings.';
    return [{ field, code: 'mixed wildcards', description }];
  }
  if (wildcards > 1) return [{ field, code: 'multiple wildcards', description: 'Too many wildcards.' }];
  if (new Set(collections.map((collection) => collection?.id)).size < sources.length) {
    const description = 'A collection ref may only match one binding.';
    return [{ field, code: 'multiple bindings', description }];
  }
  return [];
}

function usedBindings(terms: Data | undefined): readonly string[] {
  return (terms !== undefined && isArray(terms) ? terms : [terms ?? null]).flatMap((term) => {
    const binding = isObject(term) ? term.get('binding') : undefined;
    return typeof binding === 'string' ? [binding] : [];
  });
}

function bindingsOf(source: Obj): readonly (readonly [string, Lambda])[] {
  const fields = source.get('fields') ?? null;
  return (isArray(fields) ? fields : [fields])
    .filter(isObject)
    .flatMap(({ entries }) =>
      entries.flatMap(([name, lambda]): readonly (readonly [string, Lambda])[] =>
        isTagged(lambda) && lambda.kind === 'lambda' ? [[name, lambda]] : [],
      ),
    );
}

function isPureUnary({ pattern, body }: Lambda): boolean {
  return (typeof pattern === 'string' || pattern.length === 1) && maxEffect(body) === PURE;
}

function isCollection(value: Data): value is Ref {
  return isTagged(value) && value.kind === 'ref' && value.collection === COLLECTIONS;
}

function isObject(value: Data): value is Obj {
  return isTagged(value) && value.kind === 'object';
}

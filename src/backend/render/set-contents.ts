import { COLLECTIONS } from '../data/ids.ts';
import { lambdaLiteral } from './lambda-literal.ts';
import { Ref } from '../data/ref.ts';
import type { Data } from '../data/data.ts';
import type { Lambda } from '../data/lambda.ts';
import type { Renderer } from './renderer.ts';
import type { SetValue } from '../data/set.ts';

/** What stands inside `@set` (spec 2.7); `undefined`: the index or collection is forgotten. */
export function setContents(set: SetValue, renderer: Renderer): string | undefined {
  const { node } = set;
  switch (node.op) {
    case 'collection':
      return renderer.ref(Ref.ofCollection(node.scope, node.collection));
    case 'document':
      return renderer.ref(node.ref);
    case 'documents':
      return `{"documents":${renderer.ref(new Ref(node.scope, COLLECTIONS, BigInt(node.collection))) ?? ''}}`;
    case 'singleton':
      return `{"singleton":${renderer.ref(node.ref) ?? ''}}`;
    case 'events':
      return `{"events":${setContents(node.of, renderer) ?? ''}}`;
    case 'match': {
      const index = renderer.ref(node.index);
      const terms = node.terms.length === 0 ? '' : `,"terms":${oneOrArray(node.terms, renderer)}`;
      return index && `{"match":${index}${terms}}`;
    }
    case 'union':
    case 'intersection':
    case 'difference':
      return `{"${node.op}":${oneOrArray(node.sets, renderer)}}`;
    case 'distinct':
    case 'reverse':
      return `{"${node.op}":${renderer.value(node.of) ?? ''}}`;
    case 'range': {
      const from = `,"from":${bound(node.from, renderer)}`;
      return `{"range":${renderer.value(node.of) ?? ''}${from},"to":${bound(node.to, renderer)}}`;
    }
    case 'filter':
      return `{"filter":${lambda(node.filter, renderer)},"collection":${renderer.value(node.of) ?? ''}}`;
    case 'join': {
      const target = node.with.kind === 'lambda' ? lambda(node.with, renderer) : renderer.ref(node.with);
      return `{"join":${renderer.value(node.of) ?? ''},"with":${target ?? ''}}`;
    }
  }
}

/** A single element is written without its array. */
function oneOrArray(items: readonly Data[], renderer: Renderer): string {
  const [first, ...others] = items;
  if (first === undefined || others.length > 0) return renderer.array(items);
  return renderer.value(first) ?? 'null';
}

function bound(value: Data, renderer: Renderer): string {
  return renderer.value(value) ?? 'null';
}

/** Lambdas are raw here: without `@query`. */
function lambda(value: Lambda, renderer: Renderer): string {
  return renderer.value(lambdaLiteral(value, renderer.version)) ?? 'null';
}

import { INDEXES } from '../data/ids.ts';
import { Ref } from '../data/ref.ts';
import { SetValue, type Bound, type JoinSet as JoinNode, type MatchSet } from '../data/set.ts';
import type { Context } from '../eval/context.ts';
import { set } from '../functions/casts.ts';
import { indexConfig } from '../indexes/index-config.ts';
import { coveredData } from './covered-data.ts';
import { DifferenceSet } from './difference-set.ts';
import { DistinctSet } from './distinct-set.ts';
import { DocumentSet } from './document-set.ts';
import { DocumentsSet } from './documents-set.ts';
import { UNKNOWN_SHAPE, type EventSet, type Shape } from './event-set.ts';
import { FilterSet } from './filter-set.ts';
import { HistoricalSet } from './historical-set.ts';
import { IndexSet } from './index-set.ts';
import { IntersectionSet } from './intersection-set.ts';
import { coveredTerms, FIRST, LAST, LATEST, type MemberItem, type SetItem } from './item.ts';
import { JoinSet } from './join-set.ts';
import { RangeSet } from './range-set.ts';
import { ReverseSet } from './reverse-set.ts';
import { UnionSet } from './union-set.ts';

/** What reads a set. An index that is gone meanwhile has no entries. */
export function setOf(value: SetValue, context: Context): EventSet {
  const { node } = value;
  switch (node.op) {
    case 'match':
      return indexSet(value, node, context);
    case 'documents':
    case 'collection':
      return new DocumentsSet(node.scope, node.collection, node.op === 'collection');
    case 'document':
      return new DocumentSet(node.ref, false, value);
    case 'singleton':
      return new DocumentSet(node.ref, true, value);
    case 'events':
      return new HistoricalSet(setOf(node.of, context), value);
    case 'union':
      return new UnionSet(node.sets.map((part) => setOf(part, context)));
    case 'intersection':
      return new IntersectionSet(node.sets.map((part) => setOf(part, context)));
    case 'difference':
      return new DifferenceSet(node.sets.map((part) => setOf(part, context)));
    case 'distinct':
      return new DistinctSet(setOf(node.of, context));
    case 'reverse':
      return new ReverseSet(setOf(node.of, context), value);
    case 'range':
      return new RangeSet(setOf(node.of, context), itemOf(node.lower, true), itemOf(node.upper, false));
    case 'filter':
      return new FilterSet(setOf(node.of, context), node);
    case 'join':
      return joinSet(node, context);
  }
}

function indexSet(value: SetValue, node: MatchSet, context: Context): EventSet {
  const version = context.transaction.read(node.index);
  if (version === undefined) return new UnionSet([]);
  return new IndexSet(indexConfig(node.index, version), node, value);
}

function joinSet(node: JoinNode, context: Context): EventSet {
  const target = node.with;
  const source = setOf(node.of, context);
  if (target.kind === 'ref') {
    const match = (item: SetItem): SetValue => {
      const terms = item.kind === 'document' ? [] : coveredTerms(item).map(({ value }) => value);
      return new SetValue({ op: 'match', index: target, terms });
    };
    return new JoinSet(source, (item, inner) => setOf(match(item), inner), indexShape(target, context));
  }
  const at = node.position.at('with');
  const targetOf = (item: SetItem, inner: Context): EventSet =>
    setOf(set.cast(inner.apply(target, coveredData(item), at, inner), at, inner), inner);
  return new JoinSet(source, targetOf, UNKNOWN_SHAPE);
}

function indexShape(index: Ref, context: Context): Shape {
  return index.collection === INDEXES
    ? setOf(new SetValue({ op: 'match', index, terms: [] }), context).shape
    : UNKNOWN_SHAPE;
}

function itemOf({ values, ref }: Bound, isLower: boolean): MemberItem {
  const ts = isLower ? 0n : LATEST;
  if (ref instanceof Ref) {
    const { scope, collection, id } = ref;
    return { kind: 'set', ts, scope, collection, id, action: 'add', values };
  }
  return { ...(ref === 'first' ? FIRST : LAST), ts, action: 'add', values };
}

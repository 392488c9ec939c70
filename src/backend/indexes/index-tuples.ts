import { DocumentValue } from '../data/document.ts';
import { isArray, isTagged, type Data } from '../data/data.ts';
import { QueryFailure } from '../eval/failure.ts';
import { ROOT } from '../data/position.ts';
import { TRANSACTION_TIME } from '../data/transaction-time.ts';
import { valueAtPath } from '../eval/value-at-path.ts';
import type { Context } from '../eval/context.ts';
import type { IndexConfig, IndexField } from './index-config.ts';
import type { Lambda } from '../data/lambda.ts';
import type { Ref } from '../data/ref.ts';
import type { Version } from '../store/version.ts';
import { termsKey } from './terms-key.ts';

/** One entry that a version of a document makes. */
export interface IndexTuple {
  /** Which partition it belongs to. */
  readonly terms: string;
  readonly values: readonly Data[];
  /** A term of it is this transaction's own time: a unique index does not see it. */
  readonly isOpen: boolean;
  /** What tells it apart from the others of the document; a changed `ttl` makes another entry. */
  readonly key: string;
}

/**
 * The entries that a version of a document makes in an index (spec 4.9): for every combination of terms and values, but
 * those whose terms, or whose covered values, are all null. The context is the one in which bindings are computed.
 *
 * `at` (µs) is what `ts` means: the core computes the entries before and after a change at the time of the change. While
 * that is still this transaction's, it has no value yet: as a term it is looked up like null (but counts as something), as
 * a covered value it becomes the time. So an index over `ts` knows when a document was first written, and keeps the
 * entries of deleted ones.
 */
export function indexTuples(
  config: IndexConfig,
  ref: Ref,
  version: Version | undefined,
  at: bigint,
  context: Context,
): readonly IndexTuple[] {
  if (version === undefined || version.action === 'delete') return [];
  const lambdas = config.bindingsFor(ref.collection);
  if (lambdas === undefined) return [];
  const isOpen = at === context.transaction.commitTime;
  const document = new DocumentValue(ref, isOpen ? TRANSACTION_TIME : at, version.fields);
  const read = (field: IndexField): readonly Data[] => extracted(field, document, lambdas, context);
  const terms = combinations(config.terms.map(read));
  const decided = (value: Data): Data => (value === TRANSACTION_TIME ? at : value);
  const values = combinations(config.values.map((field) => read(field).map(decided)));
  const tuples = new Map<string, IndexTuple>();
  for (const term of terms) {
    const partition = termsKey(term);
    for (const covered of values) {
      const key = `${partition} ${termsKey(covered)} ${String(version.expires)}`;
      tuples.set(key, { terms: partition, values: covered, isOpen: term.includes(TRANSACTION_TIME), key });
    }
  }
  return [...tuples.values()];
}

/** The values of a field, each once; none counts as null. */
function extracted(
  field: IndexField,
  document: DocumentValue,
  lambdas: ReadonlyMap<string, Lambda>,
  context: Context,
): readonly Data[] {
  const found = 'path' in field.from ? atPath(field, field.from.path, document, context) : [];
  const values = 'binding' in field.from ? bound(lambdas.get(field.from.binding), document, context) : found;
  if (values.length === 0) return [null];
  const distinct = new Map(values.map((value) => [termsKey([value]), value]));
  return [...distinct.values()];
}

function atPath(
  { isSpread, isCaseFolded }: IndexField,
  path: readonly (string | bigint)[],
  document: DocumentValue,
  context: Context,
): readonly Data[] {
  const found = valueAtPath(document, path, isSpread, context);
  if (!isSpread) return [found ?? null];
  const values = found === undefined ? [] : scalars(found);
  return isCaseFolded ? values.map(caseFolded) : values;
}

/** The scalars of a value, arrays taken apart; whatever has no place in an index is null. */
function scalars(value: Data): readonly Data[] {
  if (isArray(value)) return value.flatMap(scalars);
  return [isScalar(value) ? value : null];
}

/** What a binding gives for a document; what it cannot compute is nothing. */
function bound(lambda: Lambda | undefined, document: DocumentValue, context: Context): readonly Data[] {
  if (lambda === undefined) return [];
  try {
    const result = context.apply(lambda, document, ROOT, context);
    if (isArray(result)) return result.map((item) => (isScalar(item) ? item : null));
    return isScalar(result) ? [result] : [];
  } catch (error) {
    if (error instanceof QueryFailure) return [];
    throw error;
  }
}

const SCALARS: ReadonlySet<string> = new Set([
  'action',
  'bytes',
  'date',
  'ref',
  'time',
  'transaction-time',
  'uuid',
]);

function isScalar(value: Data): boolean {
  if (isArray(value)) return false;
  if (!isTagged(value)) return true;
  return SCALARS.has(value.kind);
}

/** `casefold` as the core's transform does it: of strings, compatibility forms included. */
function caseFolded(value: Data): Data {
  return typeof value === 'string' ? value.normalize('NFKC').toLowerCase().normalize('NFKC') : value;
}

/** All ways to take one value of each list; not those that are null throughout. */
function combinations(lists: readonly (readonly Data[])[]): readonly (readonly Data[])[] {
  let all: readonly (readonly Data[])[] = [[]];
  for (const list of lists) all = all.flatMap((start) => list.map((value) => [...start, value]));
  return lists.length === 0 ? all : all.filter((values) => values.some((value) => value !== null));
}

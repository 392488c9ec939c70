import * as fc from 'fast-check';
import { build, type RefValue } from '../../value/index.ts';
import { arbitraryString } from './string.ts';

interface RefOptions {
  readonly names?: 'admitted' | 'any';
  readonly ownDatabases?: boolean;
}

/** Collections that the database has by itself. */
const NATIVE = [
  'collections',
  'databases',
  'indexes',
  'functions',
  'roles',
  'access_providers',
  'keys',
  'tokens',
  'credentials',
] as const;

/** Refs of every shape: native, named, document; with no database, one, or one in another. */
export function arbitraryRef(options: RefOptions = {}): fc.Arbitrary<RefValue> {
  return fc.oneof(
    { weight: 3, arbitrary: arbitraryDocument(options) },
    { weight: 2, arbitrary: arbitraryNamed(options) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom(...NATIVE), inDatabase(options))
        .map(([id, database]) => build.ref(id, undefined, database)),
    },
  );
}

/** A ref of a document, token, key or credential. */
export function arbitraryDocument(options: RefOptions = {}): fc.Arbitrary<RefValue> {
  const id = fc.oneof(
    fc.bigInt({ min: 0n, max: 2n ** 63n - 1n }).map(String),
    fc.constantFrom('0', '1', 'self', '309833836335727104'),
  );
  const collection = fc.oneof(
    named('collections', options),
    fc
      .tuple(fc.constantFrom('tokens', 'keys', 'credentials'), inDatabase(options))
      .map(([name, database]) => build.ref(name, undefined, database)),
  );
  const own = options.ownDatabases === false ? fc.constant(undefined) : inDatabase(options);
  return fc.tuple(id, collection, own).map(([text, inside, database]) => build.ref(text, inside, database));
}

/** A ref of a collection, database, index, function, role or access provider. */
export function arbitraryNamed(options: RefOptions = {}): fc.Arbitrary<RefValue> {
  return fc
    .constantFrom('collections', 'databases', 'indexes', 'functions', 'roles', 'access_providers')
    .chain((parent) => named(parent, options));
}

/** A ref of an index. */
export function arbitraryIndex(options: RefOptions = {}): fc.Arbitrary<RefValue> {
  return named('indexes', options);
}

function named(parent: string, options: RefOptions): fc.Arbitrary<RefValue> {
  return fc
    .tuple(arbitraryName(options), inDatabase(options))
    .map(([name, database]) => build.ref(name, build.ref(parent), database));
}

/** Most refs name no database; the others name one that may itself stand in another. */
function inDatabase(options: RefOptions): fc.Arbitrary<RefValue | undefined> {
  const outer = arbitraryName(options).map((name) => build.ref(name, build.ref('databases')));
  const inner = fc
    .tuple(arbitraryName(options), outer)
    .map(([name, database]) => build.ref(name, build.ref('databases'), database));
  return fc.oneof(
    { weight: 5, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: outer },
    { weight: 1, arbitrary: inner },
  );
}

/** The names that the database admits (spec 19.7), and among them those of native collections. */
const ADMITTED = /^[;@+$\-_.!~%\w]{1,10}$/;
const UNUSUAL = [
  'we"ird',
  'a"), Ref(Collection("b',
  '1, collection=Ref(id=c',
  'a, b',
  'nl\nx',
  'a) b',
  'é',
  "it's",
  ' ',
  'a"), Collection("b',
  'x, database=Ref(id=y)',
  '\ud800',
];

function arbitraryName(options: RefOptions): fc.Arbitrary<string> {
  const admitted = fc.oneof(
    fc.constantFrom(
      'characters',
      'users',
      'db1',
      'myidx',
      'indexes',
      'tokens',
      '123',
      'x;@+$%!',
      'a.b-c_d~e',
    ),
    fc.stringMatching(ADMITTED),
  );
  if (options.names !== 'any') return admitted;
  return fc.oneof(
    admitted,
    fc.constantFrom(...UNUSUAL),
    arbitraryString().filter((text) => text !== '' && text.length < 100),
  );
}

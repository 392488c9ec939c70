/** What one release of the driver, on one Python, does otherwise than another: all that the code of this folder asks. */
export interface Traits {
  /** `path`: `Ref('classes/users/1')`, of API versions before 2.1; else what a ref calls its container. */
  readonly refs: 'path' | 'class' | 'collection';
  /** Tags of the wire that the driver does not know and leaves as an object with that key. */
  readonly unknownTags: ReadonlySet<'@bytes' | '@query'>;
  /** Names that are constants of the driver's class `Native`. */
  readonly natives: ReadonlySet<string>;
  /** What is printed of the first error of an answer: its newest releases print all of it. */
  readonly errors: 'description' | 'whole';
  /** On Python 2.7: `u'…'` in ASCII, dictionaries in hash order, 12 digits of a float at the top. */
  readonly isPython2: boolean;
}

const OLD_NATIVES = ['indexes', 'databases', 'functions', 'keys', 'tokens', 'credentials'];

/** faunadb 0.1.0, faunadb/_json.py: no hook for `@bytes` and `@query`; faunadb/objects.py: a ref is a path. */
export const PY_0_1_0: Traits = {
  refs: 'path',
  unknownTags: new Set(['@bytes', '@query']),
  natives: new Set(),
  errors: 'description',
  isPython2: false,
};

/** faunadb 0.1.2, faunadb/_json.py: `@bytes` becomes a bytearray. */
export const PY_0_1_2: Traits = { ...PY_0_1_0, unknownTags: new Set(['@query']) };

/** faunadb 1.1.0, faunadb/_json.py and faunadb/objects.py: the class `Query`. */
export const PY_1_1: Traits = { ...PY_0_1_0, unknownTags: new Set() };

/** faunadb 2.0.0, faunadb/objects.py: a ref has parts, and native ones are constants of `Native`. */
export const PY_2_0: Traits = { ...PY_1_1, refs: 'class', natives: new Set(['classes', ...OLD_NATIVES]) };

/** faunadb 2.7.0, faunadb/objects.py: `collection`; 4.5.1, faunadb/errors.py: errors print whole. */
export const PY_2_7: Traits = {
  ...PY_1_1,
  refs: 'collection',
  natives: new Set(['collections', ...OLD_NATIVES, 'roles', 'access_providers']),
  errors: 'whole',
};

import type { ExpressionTraits } from './expression/traits.ts';
import {
  SPELLED,
  SPELLED_ALL,
  SPELLED_FEW,
  SPREADING,
  SPREADING_FEW,
  SPREADING_MANY,
} from './expression/names.ts';
import type { RefTraits, Traits } from './traits.ts';

/**
 * The ids of the driver, oldest first, each as what differs from the one before it. Within an id the newest release is
 * modelled; what differs between its releases concerns names of functions inside queries only (`about/leniencies.ts`).
 */

const PLAIN_ERRORS = { tooManyRequests: false, hint: false } as const;

/** 0.2.2, src/values.js: `Ref.prototype.inspect`, `SetRef.prototype.inspect`; src/_json.js knows no bytes and no queries. */
const js022: Traits = {
  id: 'js/0.2.2',
  generation: 'paths',
  decodesBytes: false,
  decodesQueries: false,
  hooks: 'method',
  refs: { style: 'path' },
  sets: 'json',
  errors: PLAIN_ERRORS,
};

/** 0.2.3, src/values.js: `Bytes`. */
const js023: Traits = { ...js022, id: 'js/0.2.3', decodesBytes: true };

/** 2.0.0, src/values.js: `Ref(id, clazz, database)`, `Query`. */
const js20: Traits = {
  ...js023,
  id: 'js/2.0',
  generation: 'classes',
  decodesQueries: true,
  refs: { style: 'members' },
  queries: 'coerced',
};

/** 2.1.0, src/values.js: `wrapToString` on every class; src/Expr.js: `exprToString`. */
const REFS_OF_CLASSES: RefTraits = {
  style: 'call',
  named: { classes: 'Class', databases: 'Database', indexes: 'Index', functions: 'Function' },
  checksNative: false,
  databases: 'moved',
  spellsProviders: false,
};
const FIRST_EXPRESSIONS: ExpressionTraits = {
  strings: 'raw',
  literals: false,
  values: false,
  marked: false,
  spreading: SPREADING_FEW,
  spreadsBy: 'includes',
  spelled: SPELLED_FEW,
  forms: ['object-first'],
  reverses: false,
  skipsNull: false,
  keys: 'bare',
};
const js21: Traits = {
  ...js20,
  id: 'js/2.1',
  hooks: 'symbol',
  refs: REFS_OF_CLASSES,
  sets: 'console',
  queries: 'call',
  expressions: FIRST_EXPRESSIONS,
};

/** 2.5.1, src/Expr.js: booleans, null and `undefined`; 2.6.0: more functions with spread arrays. */
const EXPRESSIONS_251: ExpressionTraits = { ...FIRST_EXPRESSIONS, literals: true, spreading: SPREADING_MANY };
const js251: Traits = { ...js21, id: 'js/2.5.1', expressions: EXPRESSIONS_251 };

/** 2.7.0, src/values.js: `Collection`, `Role`; src/Expr.js: `let` and `object`. */
const REFS_OF_COLLECTIONS: RefTraits = {
  ...REFS_OF_CLASSES,
  named: {
    collections: 'Collection',
    databases: 'Database',
    indexes: 'Index',
    functions: 'Function',
    roles: 'Role',
  },
};
const EXPRESSIONS_27: ExpressionTraits = {
  ...EXPRESSIONS_251,
  spreading: SPREADING,
  spreadsBy: 'indexOf',
  forms: ['let', 'object'],
};
const js27: Traits = {
  ...js251,
  id: 'js/2.7',
  generation: 'collections',
  refs: REFS_OF_COLLECTIONS,
  expressions: EXPRESSIONS_27,
};

/** 2.8.1, src/values.js: `SetRef` prints `Expr.toString`; src/Expr.js: `'value' in expr`, `shouldReverseArgs`. */
const EXPRESSIONS_281: ExpressionTraits = { ...EXPRESSIONS_27, values: true, reverses: true };
const js281: Traits = { ...js27, id: 'js/2.8.1', sets: 'call', expressions: EXPRESSIONS_281 };

/** 2.12.0, src/values.js: `toString(ref)` without `prevDb`; src/Expr.js: `JSON.stringify(expr)`. */
const EXPRESSIONS_212: ExpressionTraits = { ...EXPRESSIONS_281, strings: 'json' };
const REFS_212: RefTraits = { ...REFS_OF_COLLECTIONS, databases: 'kept' };
const js212: Traits = { ...js281, id: 'js/2.12', refs: REFS_212, expressions: EXPRESSIONS_212 };

/** 2.14.2, src/Expr.js: `_isFaunaExpr`, `match`, `paginate`, `specialCases`. */
const EXPRESSIONS_2142: ExpressionTraits = {
  ...EXPRESSIONS_212,
  marked: true,
  spelled: new Map([...SPELLED, ['containsstr', 'ContainsStr']]),
  forms: ['match-spread', 'paginate', 'let', 'object'],
};
const js2142: Traits = { ...js212, id: 'js/2.14.2', expressions: EXPRESSIONS_2142 };

/** 3.0.0, src/Expr.js: a form for a dozen functions, `Match` with brackets again. */
const EXPRESSIONS_30: ExpressionTraits = {
  ...EXPRESSIONS_2142,
  spelled: SPELLED,
  forms: [
    'match',
    'paginate',
    'let',
    'object',
    'select',
    'contains_path',
    'contains_field',
    'contains_value',
    'containsstr',
    'filter',
    'lambda',
    'foreach',
    'if',
    'call',
    'databases',
    'collections',
    'documents',
    'map',
  ],
  reverses: false,
};
const js30: Traits = { ...js2142, id: 'js/3.0', expressions: EXPRESSIONS_30 };

/** 4.0.0, src/values.js: `isNative`, `access_providers`; src/Expr.js: fewer forms. */
const EXPRESSIONS_400: ExpressionTraits = {
  ...EXPRESSIONS_30,
  forms: ['match', 'paginate', 'let', 'object', 'lambda', 'filter', 'call', 'map', 'foreach'],
};
const REFS_400: RefTraits = {
  ...REFS_212,
  named: { ...REFS_OF_COLLECTIONS.named, access_providers: 'AccessProvider' },
  checksNative: true,
  spellsProviders: true,
};
const js400: Traits = { ...js30, id: 'js/4.0.0', refs: REFS_400, expressions: EXPRESSIONS_400 };

/** 4.0.1, src/Expr.js: `expr[k] !== null || keys.length > 1`; 4.2.0: `merge`. */
const EXPRESSIONS_401: ExpressionTraits = {
  ...EXPRESSIONS_400,
  forms: ['match', 'paginate', 'let', 'object', 'merge', 'lambda', 'filter', 'call', 'map', 'foreach'],
  skipsNull: true,
};
const js401: Traits = { ...js400, id: 'js/4.0.1', expressions: EXPRESSIONS_401 };

/** 4.3.0, src/Expr.js: keys in quotes, `ngram`; src/errors.js: 429; 4.4.2: `containsstr`, the hint. */
const EXPRESSIONS_43: ExpressionTraits = { ...EXPRESSIONS_401, spelled: SPELLED_ALL, keys: 'quoted' };
const js43: Traits = {
  ...js401,
  id: 'js/4.3',
  expressions: EXPRESSIONS_43,
  errors: { tooManyRequests: true, hint: true },
};

export const IDS: readonly Traits[] = [
  js022,
  js023,
  js20,
  js21,
  js251,
  js27,
  js281,
  js212,
  js2142,
  js30,
  js400,
  js401,
  js43,
];

export const NEWEST: Traits = js43;

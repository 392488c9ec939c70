import type { Leniency } from '../../format.ts';

const LAYOUT: Leniency = {
  takes: 'any white space, or none, between tokens; lines without their indentation',
  source:
    'Node.js 4.9.1 to 26.10.0, lib/util.js and lib/internal/util/inspect.js, which break lines differently; pages of the documentation of 2018 to 2021, which strip indentation',
};

const OWN: ReadonlyMap<string, readonly Leniency[]> = new Map([
  [
    'js/2.5.1',
    [
      {
        takes:
          'brackets around array arguments of BitAnd, BitOr, BitXor, Max, Min, Round, Trunc, Hypot and Pow',
        source: 'faunadb 2.5.1 and 2.5.2, src/Expr.js (varArgsFunctions)',
      },
    ],
  ],
  [
    'js/4.0.1',
    [
      {
        takes: 'arguments of Merge in the order of the wire',
        source: 'faunadb 4.0.1 to 4.1.3, src/Expr.js, which has no form for `merge`',
      },
    ],
  ],
  [
    'js/4.3',
    [
      { takes: 'Containsstr for ContainsStr', source: 'faunadb 4.3.0 to 4.4.1, src/Expr.js (specialCases)' },
      {
        takes: 'errors without a stack, in brackets',
        source: 'faunadb 4.3.0 to 4.4.1, src/errors.js',
      },
    ],
  ],
]);

/** What is read beyond what is printed: the text of a query is kept as it is, so its functions may be spelt otherwise. */
export function leniencies(id: string): readonly Leniency[] {
  return [LAYOUT, ...(OWN.get(id) ?? [])];
}

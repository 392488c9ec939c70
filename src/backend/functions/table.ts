/**
 * The table of functions: every form of FQL that is not syntax of its own (`parse/special-forms.ts` has those: `let`,
 * `if`, `select` …). A family is a file that exports an array of forms.
 *
 * To add a function, add one entry to its family and a row to the family's test:
 *
 *     form({
 *       params: { repeat: string, number: optional(integer) },   // keys in declared order; types from `casts.ts`
 *       effect: READ,                                            // PURE if absent
 *       since: '4', until: 'UNSTABLE',                           // versions that have it: since ≤ v < until
 *       run: ({ repeat, number = 2n }, context, position) => …   // typed by `params`; returns a value
 *     })
 *
 * Arguments arrive evaluated and checked, in order; the first that does not fit ends the query. `run` throws
 * `invalidArgument(position.at('number'), '…')` and the like for what only it can know. It reads and writes through
 * `context.transaction`, applies lambdas with `applyLambda(lambda, argument, position, context)`, and must not wait: see
 * `query/tape.ts` for password hashes. A lambda argument is `lambda`; its body already carries its own positions.
 *
 * To add a family, add its array to the list below. `basic.ts` is a complete example.
 */
import { arrayForms } from './arrays.ts';
import { authenticationForms } from './authentication.ts';
import { basicForms } from './basic.ts';
import { callForms } from './call.ts';
import { comparisonForms } from './comparison.ts';
import { conversionForms } from './conversion.ts';
import { numberForms } from './numbers.ts';
import { objectForms } from './objects.ts';
import { stringForms } from './strings.ts';
import { timeForms } from './times.ts';
import { typeCheckForms } from './type-checks.ts';
import { foldForms } from './folds.ts';
import { pageForms } from './pages.ts';
import { refForms } from './refs.ts';
import { setForms } from './sets.ts';
import { readingForms } from './reading.ts';
import { writingForms } from './writing.ts';
import type { Form } from './form.ts';

export const FORMS: readonly Form[] = [
  ...setForms,
  ...pageForms,
  ...foldForms,
  ...arrayForms,
  ...comparisonForms,
  ...conversionForms,
  ...numberForms,
  ...objectForms,
  ...stringForms,
  ...timeForms,
  ...typeCheckForms,
  ...authenticationForms,
  ...readingForms,
  ...writingForms,
  ...basicForms,
  ...callForms,
  ...refForms,
];

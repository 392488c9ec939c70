import type { Value } from '../../value/index.ts';
import { choice } from '../shared/ambiguous/choice.ts';
import { keyRule } from '../shared/ambiguous/key-rule.ts';
import { list } from '../shared/ambiguous/list.ts';
import { later, remembered, type Rule } from '../shared/ambiguous/rule.ts';
import { sequence } from '../shared/ambiguous/sequence.ts';
import { asText } from './as-text.ts';

/**
 * `UObject(lambda: StringV(x),expr: UArr(…))`, the body of a query in 1.1.0 to 1.2.0, as its text: strings in it are not
 * escaped, so one text may be the body of several lambdas. Objects and arrays stand in it as `UObject` and `UArr` only, which
 * the printer makes sure of: what is read must print as this text again.
 */
export function queryBody(value: Rule<Value>): Rule<string> {
  const inner: Rule<string> = later(() => anyExpression);
  const entry = remembered(sequence([keyRule(), inner], (key, text) => `${key}: ${text}`));
  const object = list({
    open: 'UObject(',
    separator: ',',
    close: ')',
    item: entry,
    make: (items) => items.length,
  });
  const array = list({
    open: 'UArr(',
    separator: ', ',
    close: ')',
    item: inner,
    make: (items) => items.length,
  });
  const anyExpression = remembered(asText(choice<unknown>(object, array, value)));
  return asText(object);
}

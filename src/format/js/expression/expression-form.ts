import type { Dialect } from '../dialect.ts';
import { tooDeep } from '../print/faults.ts';
import { formOf, term, type Call, type Form, type Members } from './form.ts';
import { functionName } from './function-name.ts';
import type { ExpressionTraits } from './traits.ts';

/**
 * What an expression object prints as: the first member names the function and the values of all members are its arguments,
 * unless it has a form of its own.
 * @throws TypeError, RangeError where the driver does.
 */
export function expressionForm(expression: object, traits: ExpressionTraits, dialect: Dialect): Form {
  const members: Members = new Map<string, unknown>(Object.entries(expression));
  const isBytes = expression instanceof Uint8Array;
  // The driver finds `filter` in an array of bytes, a method there, in that `call`, in that `call` and so on.
  if (isBytes && traits.forms.includes('filter')) throw tooDeep();
  for (const name of traits.forms) {
    const form = formOf(name, members, dialect);
    if (form !== undefined) return form;
  }
  return plainCall(members, isBytes, traits, dialect);
}

function plainCall(members: Members, isBytes: boolean, traits: ExpressionTraits, dialect: Dialect): Call {
  const [first] = members.keys();
  const name = functionName(first, traits, dialect);
  const args = [...members.values()]
    .filter((value) => !traits.skipsNull || value !== null || members.size > 1)
    .map((value) => term(value, name));
  const isReversed = traits.reverses && (isBytes || REVERSING.some((key) => members.has(key)));
  return {
    kind: 'call',
    name,
    args: isReversed ? args.toReversed() : args,
    ...(isReversed ? { isReversed } : {}),
    // Without brackets and items, an array leaves nothing but the comma before it.
    whole:
      args.length === 1 ||
      ![...members.values()].some(
        (value) => Array.isArray(value) && value.length === 0 && traits.spreading.has(name),
      ),
  };
}

const REVERSING = ['filter', 'map', 'foreach'] as const;

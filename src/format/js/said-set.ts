import { build, type Value } from '../../value/index.ts';
import { TextReader } from '../shared/text-reader.ts';
import { ReadFailure } from '../shared/read-failure.ts';
import { wellFormed } from '../shared/well-formed.ts';
import { hasWellFormedJson, type Dialect } from './dialect.ts';
import { UNSAID } from './elided.ts';
import type { Argument, Call } from './expression/form.ts';
import { expressionForm } from './expression/expression-form.ts';
import { isMarked } from './expression/marked.ts';
import { expressionText } from './expression/text.ts';
import type { ExpressionTraits } from './expression/traits.ts';
import { placeOf } from './read-place.ts';
import { readCall, termNumber } from './read-call.ts';
import { said } from './said.ts';
import { saidJson } from './said-json.ts';
import { isSetFunction, setOf, type MatchStyle } from './set-function.ts';
import { specialText } from './special-text.ts';
import { SetSpecial, Special } from './specials.ts';

/** What a set says that prints itself. */
export function saidSet(set: SetSpecial, dialect: Dialect): Value {
  const { sets, expressions, id } = dialect.traits;
  const whole = (): Value => build.opaque('set', id, wellFormed(specialText(set, dialect)));
  if (sets === 'call')
    return (expressions === undefined ? undefined : saidTerm(set.value, expressions, dialect)) ?? whole();
  const content = sets === 'json' ? saidJson(set.value, dialect) : said(set.value, dialect);
  return content.kind === 'object' ? build.set(content.entries) : whole();
}

/** What a value inside a set says of itself; `undefined`: it is an expression, whose members have lost their names. */
function saidTerm(term: unknown, traits: ExpressionTraits, dialect: Dialect): Value | undefined {
  if (term === undefined) return build.unsaid(UNSAID.lostTerm);
  if (typeof term === 'number') return termNumber(term);
  if (typeof term === 'string') return build.str(keptText(term, traits, dialect));
  if (typeof term !== 'object' || term === null || term instanceof Special) return said(term, dialect);
  if (!Array.isArray(term)) return saidCall(term, traits, dialect);
  const items = term.map((item) => saidTerm(item, traits, dialect));
  const known = items.filter((item) => item !== undefined);
  return known.length === items.length ? build.arr(known) : undefined;
}

/** Only JSON strings of Node.js 12 and later escape lone surrogates. */
function keptText(text: string, traits: ExpressionTraits, dialect: Dialect): string {
  return traits.strings === 'json' && hasWellFormedJson(dialect) ? text : wellFormed(text);
}

function saidCall(expression: object, traits: ExpressionTraits, dialect: Dialect): Value | undefined {
  const text = (): string => wellFormed(expressionText(expression, dialect));
  if (traits.marked && isMarked(expression)) return readBack(text(), dialect);
  const form = expressionForm(expression, traits, dialect);
  // Anything but a set can only be an oddity such as a user's own `@set`: it is whatever its text reads as.
  if (form.kind === 'object' || !isSetFunction(form.name) || !form.whole) return readBack(text(), dialect);
  const args = saidArguments(form, traits, dialect);
  const known = args.filter((value) => value !== undefined);
  const set = known.length === args.length ? setOf(form.name, known, matchStyle(traits)) : undefined;
  return set ?? build.opaque('set', dialect.traits.id, text());
}

function saidArguments(call: Call, traits: ExpressionTraits, dialect: Dialect): (Value | undefined)[] {
  return call.args.flatMap((argument: Argument) => {
    if (argument.kind !== 'term') return [undefined];
    const { value, caller } = argument;
    const isSpread = Array.isArray(value) && caller !== undefined && traits.spreading.has(caller);
    const values: readonly unknown[] = isSpread ? value : [value];
    return values.map((one) => saidTerm(one, traits, dialect));
  });
}

/** How the terms of `Match` print. */
export function matchStyle({ forms }: ExpressionTraits): MatchStyle {
  return forms.find((form) => form === 'match' || form === 'match-spread') ?? 'plain';
}

function readBack(text: string, dialect: Dialect): Value | undefined {
  try {
    return readCall(placeOf(new TextReader(text), {}, dialect));
  } catch (cause) {
    if (cause instanceof ReadFailure) return undefined;
    throw cause;
  }
}

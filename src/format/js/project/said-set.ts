import { build, type Value } from '../../../value/index.ts';
import { TextReader } from '../../shared/text-reader.ts';
import { ReadFailure } from '../../shared/read-failure.ts';
import { wellFormed } from '../../shared/well-formed.ts';
import { calledAnew, hasWellFormedJson, type Dialect } from '../dialect.ts';
import { UNSAID } from '../decode/elided.ts';
import type { Argument, Call } from '../expression/form.ts';
import { expressionForm } from '../expression/expression-form.ts';
import { isMarked } from '../expression/marked.ts';
import { expressionText } from '../expression/text.ts';
import type { ExpressionTraits } from '../expression/traits.ts';
import { placeFor } from '../read/readers.ts';
import { termNumber } from './term-number.ts';
import { saidJson } from './said-json.ts';
import { isSetFunction, matchStyle, setOf } from './set-function.ts';
import { specialText } from '../print/special-text.ts';
import { Special, type SetSpecial } from '../decode/specials.ts';

/** What `console.log` says of something decoded. */
export type Said = (decoded: unknown, dialect: Dialect) => Value;

/** What a set says that prints itself. */
export function saidSet(set: SetSpecial, dialect: Dialect, said: Said): Value {
  const { sets, expressions, id } = dialect.traits;
  const whole = (): Value => build.opaque('set', id, wellFormed(specialText(set, dialect)));
  if (sets === 'call')
    return (
      (expressions === undefined ? undefined : saidTerm(set.value, { traits: expressions, dialect, said })) ??
      whole()
    );
  const content = sets === 'json' ? saidJson(set.value, dialect) : said(set.value, calledAnew(dialect));
  return content.kind === 'object' ? build.set(content.entries) : whole();
}

interface TermReader {
  readonly traits: ExpressionTraits;
  readonly dialect: Dialect;
  readonly said: Said;
}

/** What a value inside a set says of itself; `undefined`: it is an expression, whose members have lost their names. */
function saidTerm(term: unknown, reader: TermReader): Value | undefined {
  const { traits, dialect, said } = reader;
  if (term === undefined) return build.unsaid(UNSAID.lostTerm);
  if (typeof term === 'number') return termNumber(term);
  if (typeof term === 'string') return build.str(keptText(term, traits, dialect));
  if (typeof term !== 'object' || term === null || term instanceof Special) return said(term, dialect);
  if (!Array.isArray(term)) return saidCall(term, reader);
  const items = term.map((item) => saidTerm(item, reader));
  const known = items.filter((item) => item !== undefined);
  return known.length === items.length ? build.arr(known) : undefined;
}

/** Only JSON strings of Node.js 12 and later escape lone surrogates. */
function keptText(text: string, traits: ExpressionTraits, dialect: Dialect): string {
  return traits.strings === 'json' && hasWellFormedJson(dialect) ? text : wellFormed(text);
}

function saidCall(expression: object, reader: TermReader): Value | undefined {
  const { traits, dialect } = reader;
  const text = (): string => wellFormed(expressionText(expression, dialect, specialText));
  if (traits.marked && isMarked(expression)) return readBack(text(), dialect);
  const form = expressionForm(expression, traits, dialect);
  // Anything but a set can only be an oddity such as a user's own `@set`: it is whatever its text reads as.
  if (form.kind === 'object' || !isSetFunction(form.name) || !form.whole) return readBack(text(), dialect);
  const args = saidArguments(form, reader);
  const known = args.filter((value) => value !== undefined);
  const set = known.length === args.length ? setOf(form.name, known, matchStyle(traits)) : undefined;
  return set ?? build.opaque('set', dialect.traits.id, text());
}

function saidArguments(call: Call, reader: TermReader): (Value | undefined)[] {
  const { traits } = reader;
  return call.args.flatMap((argument: Argument) => {
    if (argument.kind !== 'term') return [undefined];
    const { value, caller } = argument;
    const isSpread = Array.isArray(value) && caller !== undefined && traits.spreading.has(caller);
    const values: readonly unknown[] = isSpread ? value : [value];
    return values.map((one) => saidTerm(one, reader));
  });
}

function readBack(text: string, dialect: Dialect): Value | undefined {
  try {
    const place = placeFor(new TextReader(text), {}, dialect);
    return place.readers.special(place);
  } catch (cause) {
    if (cause instanceof ReadFailure) return undefined;
    throw cause;
  }
}

import { build, type Value } from '../../value/index.ts';
import { after } from '../shared/ambiguous/after.ts';
import { stretch, word } from '../shared/ambiguous/leaf.ts';
import type { Rule } from '../shared/ambiguous/rule.ts';
import { sequence } from '../shared/ambiguous/sequence.ts';
import type { DirectReader } from '../shared/direct/direct-reader.ts';
import { replaceLoneSurrogates } from '../shared/lone-surrogates.ts';
import { javaMapText } from './java-map-text.ts';

/**
 * `QueryV({lambda=x, expr={var=x}})`. The map's text is kept as it stands: it does not say which words are strings. Where
 * several braces could close it, those that balance are the likelier ones.
 */
export function queryText(format: string): Rule<Value> {
  const body: Rule<string> = stretch({
    expected: 'the body of a query in braces',
    ends: closingBraces,
    fits: (text, at, end) => end > at + 1 && text[at] === '{' && text[end - 1] === '}',
    read: (text) => text,
  });
  return sequence([word('QueryV('), body, word(')')], (_open, text): Value =>
    build.opaque('query', format, text),
  );
}

/** The same, read directly: up to the brace that balances the first one. */
export function readQueryText(reader: DirectReader, format: string): Value {
  reader.expect('QueryV(');
  const { text, offset: start } = reader;
  const end = text.charAt(start) === '{' ? balancedEnd(text, start) : undefined;
  if (end === undefined) return reader.fail('the body of a query in braces');
  reader.offset = end;
  reader.expect(')');
  return build.opaque('query', format, text.slice(start, end));
}

function* closingBraces(text: string, at: number, skipped: () => void): Generator<number> {
  if (text[at] !== '{') return;
  const balanced = balancedEnd(text, at);
  if (balanced !== undefined) yield balanced;
  yield* after(text, at, '}', (whole, end) => whole[end] === ')', skipped);
}

function balancedEnd(text: string, at: number): number | undefined {
  let depth = 0;
  for (let index = at; index < text.length; index += 1) {
    if (text[index] === '{') depth += 1;
    if (text[index] === '}') depth -= 1;
    if (depth === 0) return index + 1;
  }
  return undefined;
}

/** The text of a query's body inside `QueryV(…)`. */
export function bodyText(
  value: Value & { readonly kind: 'query' },
  doubleText: (value: number) => string,
): string {
  return replaceLoneSurrogates(javaMapText(value.body, doubleText), '?');
}

import { build, epochDay, epochDayText, instant, type Entry, type Value } from '../../../value/index.ts';
import { choice } from '../../shared/ambiguous/choice.ts';
import { keyRule } from '../../shared/ambiguous/key-rule.ts';
import { pattern, stretch, word } from '../../shared/ambiguous/leaf.ts';
import { list } from '../../shared/ambiguous/list.ts';
import { later, remembered, type Rule } from '../../shared/ambiguous/rule.ts';
import { sequence } from '../../shared/ambiguous/sequence.ts';
import { refRule } from '../../shared/ref-rule.ts';
import { asText } from '../as-text.ts';
import type { DoubleStyle } from '../double-text.ts';
import { NUMBER, numberOf, objectOf, opaqueOf } from './project.ts';

/** What may follow a value. */
const FOLLOWERS = new Set([',', ']', '}', ')', undefined]);

/** The grammar of `cs/3.0-dev`. In strings a double quote is escaped and nothing else; keys and ids are not escaped. */
export function devGrammar(style: DoubleStyle): Rule<Value> {
  const value: Rule<Value> = later(() => anyValue);
  const entry = remembered(
    sequence([word('"'), keyRule('": '), value], (_quote, name, inner): Entry => [name, inner]),
  );
  const object = list({ open: '{', separator: ', ', close: '}', item: entry, make: objectOf });
  const body = asText(object);
  const wrapped = (name: string, kind: 'set' | 'query'): Rule<Value> =>
    sequence([word(`${name}(`), body, word(')')], (_open, text): Value => opaqueOf(kind, text));
  const anyValue = remembered(
    choice<Value>(
      constant('null', build.nul),
      constant('true', build.bool(true)),
      constant('false', build.bool(false)),
      pattern('a number', NUMBER, (text) => numberOf(text, style)),
      string(),
      pattern('Date("…")', /Date\("\d{4}-\d\d-\d\d"\)/y, (text) => date(text.slice(6, -2))),
      pattern('Time("…")', /Time\("[\dT:.-]+Z"\)/y, (text) => time(text.slice(6, -2))),
      pattern('Bytes(…)', /Bytes\((?:0x[\da-f]{2}(?:, 0x[\da-f]{2})*)?\)/y, (text) =>
        build.bytes((text.match(/0x[\da-f]{2}/g) ?? []).map(Number)),
      ),
      refRule('Ref', 'collection', '='),
      wrapped('SetRef', 'set'),
      wrapped('Query', 'query'),
      object,
      list({ open: '[', separator: ', ', close: ']', item: value, make: (items): Value => build.arr(items) }),
    ),
  );
  return value;
}

function constant(text: string, value: Value): Rule<Value> {
  return sequence([word(text)], () => value);
}

function date(text: string): Value | undefined {
  const day = epochDay(text);
  return day !== undefined && epochDayText(day) === text ? build.date(text) : undefined;
}

function time(text: string): Value | undefined {
  return instant(text) === undefined ? undefined : build.ts(text, 100);
}

/** A backslash before the closing quote may be the string's own: such an end comes after the first plain one. */
function string(): Rule<Value> {
  /** The first quote without a backslash before it, looked for once for the many ends of one string. */
  let last = { text: '', at: -1, quote: -1 };
  const plainQuote = (text: string, at: number): number => {
    if (last.text !== text || last.at !== at) last = { text, at, quote: findPlainQuote(text, at) };
    return last.quote;
  };
  const content: Rule<string> = stretch({
    expected: 'a string and its closing double quote',
    ends: closingQuotes,
    fits: (text, at, end) => end > at && text[end - 1] === '"' && end - 1 <= plainQuote(text, at),
    read: (text) => text.slice(0, -1).replaceAll('\\"', '"'),
  });
  return sequence([word('"'), content], (_quote, text): Value => build.str(text));
}

function* closingQuotes(text: string, at: number): Generator<number> {
  const escaped: number[] = [];
  for (let quote = text.indexOf('"', at); quote >= 0; quote = text.indexOf('"', quote + 1)) {
    const isEscaped = quote > at && text[quote - 1] === '\\';
    if (FOLLOWERS.has(text[quote + 1])) {
      if (isEscaped) escaped.push(quote + 1);
      else yield quote + 1;
    }
    if (!isEscaped) break;
  }
  yield* escaped;
}

function findPlainQuote(text: string, at: number): number {
  let quote = text.indexOf('"', at);
  while (quote > at && text[quote - 1] === '\\') quote = text.indexOf('"', quote + 1);
  return quote < 0 ? text.length : quote;
}

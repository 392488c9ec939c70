/**
 * The plain text of the JVM drivers since 2.5.2 (Java) and 2.6.0 (Scala): `{ref: ref(id = "1", …), ts: 1, name: "Sam"}`.
 * Strings and keys are not escaped, so a text has as many readings as it has ways to pair its quotes and colons. The two
 * drivers differ in the word for null, in queries, and in what an object may be; they say so in `JvmDialect`.
 */
import {
  build,
  epochDay,
  epochDayText,
  instant,
  javaDouble,
  type Entry,
  type Value,
} from '../../value/index.ts';
import { after } from '../shared/ambiguous/after.ts';
import { choice } from '../shared/ambiguous/choice.ts';
import { pattern, stretch, word } from '../shared/ambiguous/leaf.ts';
import { list } from '../shared/ambiguous/list.ts';
import { later, remembered, type Rule } from '../shared/ambiguous/rule.ts';
import { sequence } from '../shared/ambiguous/sequence.ts';
import { entryRule, keyOrder } from '../shared/ambiguous/entry.ts';
import { keyRule } from '../shared/ambiguous/key-rule.ts';
import { refRule } from '../shared/ref-rule.ts';

export interface JvmDialect {
  readonly nullWord: string;
  /** What an object's text stands for. */
  readonly object: (entries: readonly Entry[]) => Value;
  /** For a driver whose objects have an order of their own; default: any order. */
  readonly order?: { readonly from: number; readonly follows: (before: string, after: string) => boolean };
  /** Further rules for values, tried before objects. */
  readonly more?: readonly Rule<Value>[];
}

const LONG_MIN = -(2n ** 63n);
const LONG_MAX = 2n ** 63n - 1n;
/** What may follow a value: a string's closing quote is one of the quotes before these. */
const FOLLOWERS = new Set([',', ']', '}', ')', undefined]);

/** The grammar of a dialect's values. */
export function jvmGrammar(dialect: JvmDialect): Rule<Value> {
  const value: Rule<Value> = later(() => anyValue);

  const key = keyRule();
  const entries: Rule<readonly Entry[]> = list({
    open: '{',
    separator: ', ',
    close: '}',
    item: entryRule(key, value),
    make: (items) => items,
    ...(dialect.order === undefined ? {} : { order: keyOrder(key, value, dialect.order) }),
  });
  const array: Rule<Value> = list({
    open: '[',
    separator: ', ',
    close: ']',
    item: value,
    make: (items) => (items.length === 0 ? undefined : build.arr(items)),
  });
  const set = sequence([word('{@set = '), entries, word('}')], (_open, inner): Value => build.set(inner));
  const object = sequence([entries], (inner) => dialect.object(inner));
  const anyValue = remembered(
    choice<Value>(
      constant(dialect.nullWord, build.nul),
      constant('true', build.bool(true)),
      constant('false', build.bool(false)),
      number(),
      timestamp(),
      date(),
      string(),
      refRule('ref'),
      emptyBrackets(),
      bytes(),
      array,
      ...(dialect.more ?? []),
      set,
      object,
    ),
  );
  return value;
}

function constant(text: string, value: Value): Rule<Value> {
  return sequence([word(text)], () => value);
}

/** With a fraction it is a double in Java's own spelling, without one a 64-bit integer. */
function number(): Rule<Value> {
  return pattern('a number', /-?(?:\d+(?:\.\d+(?:E-?\d+)?)?|Infinity)|NaN/y, (text) => {
    if (text.endsWith('Infinity') || text === 'NaN') return build.double(Number(text));
    if (text.includes('.')) return javaDouble(Number(text)) === text ? build.double(Number(text)) : undefined;
    const long = BigInt(text);
    return long.toString() === text && long >= LONG_MIN && long <= LONG_MAX ? build.long(long) : undefined;
  });
}

function timestamp(): Rule<Value> {
  return pattern('a time', /[+-]?\d{4,10}-\d\d-\d\dT[\d:.]+Z/y, (text) =>
    instant(text) === undefined ? undefined : build.ts(text),
  );
}

function date(): Rule<Value> {
  return pattern('a date', /[+-]?\d{4,10}-\d\d-\d\d(?!T)/y, (text) => {
    const day = epochDay(text);
    return day !== undefined && epochDayText(day) === text ? build.date(text) : undefined;
  });
}

function string(): Rule<Value> {
  return stretch({
    expected: 'a string in double quotes',
    ends: (text, at) => (text[at] === '"' ? after(text, at + 1, '"', canFollow) : []),
    fits: (text, at, end) => end > at + 1 && text[at] === '"' && text[end - 1] === '"',
    read: (text) => build.str(text.slice(1, -1)),
  });
}

function canFollow(text: string, end: number): boolean {
  return FOLLOWERS.has(text[end]);
}

/** Empty bytes print like an empty array (spec section 13.1, `[]`). */
function emptyBrackets(): Rule<Value> {
  return sequence([word('[]')], () => emptyArrayOrBytes);
}

/** What `[]` stands for. */
export const emptyArrayOrBytes: Value = build.oneOf([build.arr([]), build.bytes([])]);

function bytes(): Rule<Value> {
  return pattern('bytes', /\[0x[\da-f]{2}(?: 0x[\da-f]{2})*\]/y, (text) =>
    build.bytes(text.slice(1, -1).split(' ').map(Number)),
  );
}

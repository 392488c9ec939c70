/**
 * The plain text of the JVM drivers since 2.5.2 (Java) and 2.6.0 (Scala): `{ref: ref(id = "1", …), ts: 1, name: "Sam"}`.
 * Strings and keys are not escaped, so a text has as many readings as it has ways to pair its quotes and colons. The two
 * drivers differ in the word for null, in queries, and in what an object may be; they say so in `JvmDialect`.
 */
import { build, type Entry, type Value } from '../../value/index.ts';
import { after } from '../shared/ambiguous/after.ts';
import { choice } from '../shared/ambiguous/choice.ts';
import { pattern, stretch, word } from '../shared/ambiguous/leaf.ts';
import { list } from '../shared/ambiguous/list.ts';
import { later, remembered, type Rule } from '../shared/ambiguous/rule.ts';
import { sequence } from '../shared/ambiguous/sequence.ts';
import { entryRule, keyOrder } from '../shared/ambiguous/entry.ts';
import { keyRule } from '../shared/ambiguous/key-rule.ts';
import { refRule } from '../shared/ref-rule.ts';
import { constant, date, number, timestamp } from './leaves.ts';

export interface JvmDialect {
  readonly nullWord: string;
  /** The member of a ref that tells its collection: `class` before 2.7.0. */
  readonly container: 'class' | 'collection';
  /** `Double.toString` of the runtime. */
  readonly doubleText: (value: number) => string;
  /** What an object's text stands for. */
  readonly object: (entries: readonly Entry[]) => Value;
  /** For a driver whose objects have an order of their own; default: any order. */
  readonly order?: { readonly from: number; readonly follows: (before: string, after: string) => boolean };
  /** Further rules for values, tried before objects. */
  readonly more?: readonly Rule<Value>[];
}

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
      number(dialect.doubleText),
      timestamp(),
      date(),
      string(),
      refRule('ref', dialect.container),
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

function string(): Rule<Value> {
  return stretch({
    expected: 'a string in double quotes',
    ends: (text, at, skipped) => (text[at] === '"' ? after(text, at + 1, '"', canFollow, skipped) : []),
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

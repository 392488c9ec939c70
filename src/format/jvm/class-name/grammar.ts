/**
 * The old text of the JVM drivers, made of class names: `ObjectV({a=StringV(x)})` (Java up to 2.2.0),
 * `ObjectV(Map(a -> StringV(x)))` (Scala up to 2.5.6). Nothing is escaped, so a text has as many readings as it has ways to
 * pair its brackets. `ClassNameStyle` says where drivers and releases differ.
 */
import { build, type Entry, type Value } from '../../../value/index.ts';
import { after } from '../../shared/ambiguous/after.ts';
import { choice } from '../../shared/ambiguous/choice.ts';
import { entryRule, keyOrder } from '../../shared/ambiguous/entry.ts';
import { keyRule } from '../../shared/ambiguous/key-rule.ts';
import { pattern, stretch, word } from '../../shared/ambiguous/leaf.ts';
import { list } from '../../shared/ambiguous/list.ts';
import { later, remembered, type Rule } from '../../shared/ambiguous/rule.ts';
import { sequence } from '../../shared/ambiguous/sequence.ts';
import { constant, date, number } from '../leaves.ts';
import type { ClassNames } from './class-names.ts';
import { refOf } from './ref.ts';

/** What may follow a value: a string's closing bracket is one of those before these. */
const FOLLOWERS = new Set([',', ']', '}', ')', undefined]);

/** The grammar of whole prints. */
export function classNameGrammar({ style, doubleText, objectOf }: ClassNames): Rule<Value> {
  const value: Rule<Value> = later(() => anyValue);
  const key = keyRule(style.is);
  const entry = entryRule(key, value);
  const entries = (brackets: { readonly open: string; readonly close: string }): Rule<readonly Entry[]> =>
    list({
      ...brackets,
      separator: ', ',
      item: entry,
      make: (items) => items,
      ...(style.order === undefined ? {} : { order: keyOrder(key, value, style.order) }),
    });
  const object = sequence([entries(style.object)], objectOf);
  const anyValue: Rule<Value> = remembered(
    choice<Value>(
      constant('NullV', build.nul),
      constant(style.boolean(true), build.bool(true)),
      constant(style.boolean(false), build.bool(false)),
      wrapped('LongV(', number(doubleText), 'long'),
      wrapped('DoubleV(', number(doubleText), 'double'),
      text('StringV(', build.str),
      time(style.time.read),
      wrapped('DateV(', date(), 'date'),
      refOf(style.ref, refPath()),
      ...(style.bytes ? [bytes()] : []),
      list({ ...style.array, separator: ', ', item: value, make: (items): Value => build.arr(items) }),
      sequence([entries(style.set)], (inner): Value => build.set(inner)),
      ...(style.query === undefined ? [] : [style.query.rule(object)]),
      object,
    ),
  );
  return style.topNull === 'NullV' ? value : choice(constant(style.topNull, build.nul), value);
}

/** A value in its class, of the kind that the class holds. */
function wrapped(open: string, inner: Rule<Value>, kind: Value['kind']): Rule<Value> {
  return sequence([word(open), inner, word(')')], (_open, value) =>
    value.kind === kind ? value : undefined,
  );
}

/** Unescaped text up to a bracket behind which the text may go on. */
function text<T>(open: string, make: (text: string) => T): Rule<T> {
  return sequence([word(open), untilBracket(), word(')')], (_open, inner) => make(inner));
}

function refPath(): Rule<string> {
  return text('RefV(', (path) => path);
}

function untilBracket(): Rule<string> {
  return stretch({
    expected: 'a text and ")"',
    *ends(whole, at, skipped) {
      const follows = (all: string, place: number): boolean => FOLLOWERS.has(all[place]);
      for (const end of after(whole, at, ')', follows, skipped)) yield end - 1;
    },
    fits: (whole, at, end) => end >= at && whole[end] === ')',
    read: (found) => found,
  });
}

function time(read: (text: string) => string | undefined): Rule<Value> {
  const inner = pattern('a time', /[+-]?\d{4,10}-\d\d-\d\dT[\d:.-]+Z/y, (found) => {
    const known = read(found);
    return known === undefined ? undefined : build.ts(known);
  });
  return sequence([word('TimeV('), inner, word(')')], (_open, found): Value => found);
}

function bytes(): Rule<Value> {
  return pattern('bytes', /BytesV\((?:0x[\da-f]{2}(?:, 0x[\da-f]{2})*)?\)/y, (found) =>
    build.bytes((found.match(/0x[\da-f]{2}/g) ?? []).map(Number)),
  );
}

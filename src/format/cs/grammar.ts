import { build, epochDay, epochDayText, instant, type Entry, type Value } from '../../value/index.ts';
import { after } from '../shared/ambiguous/after.ts';
import { choice } from '../shared/ambiguous/choice.ts';
import { keyRule } from '../shared/ambiguous/key-rule.ts';
import { pattern, stretch, word } from '../shared/ambiguous/leaf.ts';
import { list } from '../shared/ambiguous/list.ts';
import { later, remembered, type Rule } from '../shared/ambiguous/rule.ts';
import { sequence } from '../shared/ambiguous/sequence.ts';
import { refRule } from '../shared/ref-rule.ts';
import { readDate, type Culture } from './culture.ts';
import { readDouble } from './double-text.ts';
import { QUERY_TEXT, SET_TEXT } from './print.ts';
import { opaqueQuery, opaqueSet } from './project.ts';

/** What may follow a value: a string's closing parenthesis is one of those before these. */
const FOLLOWERS = new Set([',', ')', undefined]);

/** The grammar of `cs/2.9` under a culture. Strings and keys are not escaped. */
export function csGrammar(culture: Culture): Rule<Value> {
  const value: Rule<Value> = later(() => anyValue);
  const entry = remembered(sequence([keyRule(), value], (name, inner): Entry => [name, inner]));
  const object: Rule<Value> = list({
    open: 'ObjectV(',
    separator: ',',
    close: ')',
    item: entry,
    make: (items) => build.obj(items),
  });
  const array: Rule<Value> = list({
    open: 'Arr(',
    separator: ', ',
    close: ')',
    item: value,
    make: (items) => build.arr(items),
  });
  const anyValue = remembered(
    choice<Value>(
      constant('NullV', build.nul),
      constant('BooleanV(True)', build.bool(true)),
      constant('BooleanV(False)', build.bool(false)),
      long(culture),
      double(culture),
      string(),
      date(culture),
      time(),
      bytes(),
      refRule('RefV'),
      object,
      array,
      constant(`SetRefV(${SET_TEXT})`, opaqueSet),
      constant(`QueryV(${QUERY_TEXT})`, opaqueQuery),
    ),
  );
  return value;
}

function constant(text: string, value: Value): Rule<Value> {
  return sequence([word(text)], () => value);
}

function long({ minusSign }: Culture): Rule<Value> {
  return inParentheses('LongV', (text) => {
    const plain = text.replace(minusSign, '-');
    return /^-?\d+$/.test(plain) ? build.long(BigInt(plain)) : undefined;
  });
}

function double(culture: Culture): Rule<Value> {
  return inParentheses('DoubleV', (text) => {
    const value = readDouble(text, culture);
    return value === undefined ? undefined : build.double(value);
  });
}

function date(culture: Culture): Rule<Value> {
  return inParentheses('FaunaDate', (text) => {
    const iso = readDate(text, culture);
    return iso !== undefined && isDay(iso) ? build.date(iso) : undefined;
  });
}

/** Whether there is such a day: its number gives the same text. */
function isDay(iso: string): boolean {
  const day = epochDay(iso);
  return day !== undefined && epochDayText(day) === iso;
}

function time(): Rule<Value> {
  return inParentheses('FaunaTime', (text) =>
    instant(text) === undefined ? undefined : build.ts(text, 100),
  );
}

function bytes(): Rule<Value> {
  return inParentheses('BytesV', (text) =>
    /^(?:0x[\da-f]{2}(?:, 0x[\da-f]{2})*)?$/.test(text)
      ? build.bytes(text === '' ? [] : text.split(', ').map(Number))
      : undefined,
  );
}

/** A name and its content in parentheses, the content having none. */
function inParentheses(name: string, read: (content: string) => Value | undefined): Rule<Value> {
  return pattern(`${name}(…)`, new RegExp(`${name}\\([^()]*\\)`, 'y'), (text) =>
    read(text.slice(name.length + 1, -1)),
  );
}

function string(): Rule<Value> {
  const content: Rule<string> = stretch({
    expected: 'a string and its closing parenthesis',
    ends: (text, at) => after(text, at, ')', (whole, end) => FOLLOWERS.has(whole[end])),
    fits: (text, at, end) => end > at && text[end - 1] === ')',
    read: (text) => text.slice(0, -1),
  });
  return sequence([word('StringV('), content], (_open, text): Value => build.str(text));
}

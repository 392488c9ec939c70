import { build, instant, type Entry, type Value } from '../../value/index.ts';
import { after } from '../shared/ambiguous/after.ts';
import { choice } from '../shared/ambiguous/choice.ts';
import { keyRule } from '../shared/ambiguous/key-rule.ts';
import { pattern, stretch, word } from '../shared/ambiguous/leaf.ts';
import { list } from '../shared/ambiguous/list.ts';
import { later, remembered, type Rule } from '../shared/ambiguous/rule.ts';
import { sequence } from '../shared/ambiguous/sequence.ts';
import { refRule } from '../shared/ref-rule.ts';
import type { Culture } from './culture.ts';
import { pathRef } from './path-ref.ts';
import { dateOrTime, doubleOf, objectOf, opaqueQuery, opaqueSet } from './project.ts';
import { LOST_ARRAY } from './print.ts';
import { queryBody } from './query-body.ts';
import { ARRAY_TEXT, QUERY_TEXT, type Traits } from './traits.ts';

/** What may follow a value: a string's closing parenthesis is one of those before these. */
const FOLLOWERS = new Set([',', ')', undefined]);

/** The grammar of the `NameV(…)` texts. Strings and keys are not escaped. */
export function csGrammar(traits: Traits): Rule<Value> {
  const value: Rule<Value> = later(() => anyValue);
  const entry = remembered(sequence([keyRule(), value], (name, inner): Entry => [name, inner]));
  const object: Rule<Value> = list({
    open: 'ObjectV(',
    separator: ',',
    close: ')',
    item: entry,
    make: (items) => objectOf(items, traits),
  });
  const array: Rule<Value> = traits.arrays
    ? list({ open: 'Arr(', separator: ', ', close: ')', item: value, make: (items) => build.arr(items) })
    : constant(`Arr(${ARRAY_TEXT})`, LOST_ARRAY);
  const anyValue = remembered(
    choice<Value>(
      constant('NullV', build.nul),
      constant('BooleanV(True)', build.bool(true)),
      constant('BooleanV(False)', build.bool(false)),
      long(traits.culture),
      double(traits),
      unescaped('StringV(', build.str),
      date(traits),
      ...(traits.time === 'iso' ? [time()] : []),
      ...(traits.bytes ? [bytes()] : []),
      traits.ref === 'path' ? unescaped('RefV(', pathRef) : refRule('RefV', traits.ref),
      object,
      array,
      constant(`SetRefV(${traits.setText})`, opaqueSet(traits)),
      ...query(traits, value),
    ),
  );
  return value;
}

function query(traits: Traits, value: Rule<Value>): readonly Rule<Value>[] {
  if (traits.query === 'tag') return [];
  if (traits.query === 'name') return [constant(`QueryV(${QUERY_TEXT})`, opaqueQuery(traits, QUERY_TEXT))];
  return [
    sequence([word('QueryV('), queryBody(value), word(')')], (_open, text): Value =>
      opaqueQuery(traits, text),
    ),
  ];
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

function double(traits: Traits): Rule<Value> {
  return inParentheses('DoubleV', (text) => doubleOf(text, traits));
}

function date(traits: Traits): Rule<Value> {
  return inParentheses('FaunaDate', (text) => dateOrTime(text, traits));
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

/** Text that nothing is escaped in, up to a closing parenthesis behind which the text may go on. */
function unescaped(open: string, make: (text: string) => Value | undefined): Rule<Value> {
  const content: Rule<string> = stretch({
    expected: 'a text and its closing parenthesis',
    ends: (text, at, skipped) => after(text, at, ')', (whole, end) => FOLLOWERS.has(whole[end]), skipped),
    fits: (text, at, end) => end > at && text[end - 1] === ')',
    read: (text) => text.slice(0, -1),
  });
  return sequence([word(open), content], (_open, text) => make(text));
}

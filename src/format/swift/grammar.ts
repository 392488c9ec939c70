import { build, type Entry, type RefValue, type Value } from '../../value/index.ts';
import { choice, optional } from '../shared/ambiguous/choice.ts';
import { entryRule } from '../shared/ambiguous/entry.ts';
import { pattern, stretch, word } from '../shared/ambiguous/leaf.ts';
import { list } from '../shared/ambiguous/list.ts';
import { placesOf } from '../shared/ambiguous/places-of.ts';
import { later, remembered, type Rule } from '../shared/ambiguous/rule.ts';
import { sequence } from '../shared/ambiguous/sequence.ts';
import { hasOwnKeys } from '../shared/direct/own-keys.ts';
import { readBody } from './query.ts';
import { QUOTED, unquote } from './strings.ts';
import type { SwiftTraits } from './traits.ts';
import { listReading, wordReading } from './words.ts';

const KEY = new RegExp(`${QUOTED}: `, 'y');
/** The parameter that makes a set what it is. */
const SET = new Set([
  'match',
  'documents',
  'singleton',
  'events',
  'union',
  'intersection',
  'difference',
  'distinct',
  'reverse',
  'range',
  'filter',
  'join',
  'tokens',
]);
const QUERY = 'QueryV(';
const REF = 'RefV(id=';
/** What may follow an id. */
const AFTER_ID = /\)|, class=RefV\(id=|, database=RefV\(id=/g;

/** What `print` writes of more than one word; any text is a string besides. */
export function swiftGrammar(traits: SwiftTraits): Rule<Value> {
  const value: Rule<Value> = later(() => any);
  const dictionary: Rule<Value> = choice<Value>(
    pattern('an empty dictionary', /\[:\]/y, () => ({ ...build.obj([]), ordered: false })),
    list<Entry, Value>({
      open: '[',
      separator: ', ',
      close: ']',
      item: entryRule(key(), value),
      make: (items) => (items.length > 0 && hasOwnKeys(items) ? dictionaryReading(items) : undefined),
    }),
  );
  const array: Rule<Value> = list({
    open: '[',
    separator: ', ',
    close: ']',
    item: value,
    // The array of one empty string is among the readings of the empty list.
    make: (items) =>
      items.length === 1 && items[0]?.kind === 'string' && items[0].value === ''
        ? undefined
        : listReading(items),
  });
  const structures = [
    ...(traits.query ? [query()] : []),
    ...(traits.ref === 'members' ? [ref()] : []),
    dictionary,
    array,
  ];
  const any = remembered(choice<Value>(...structures, bareWord(traits)));
  return choice<Value>(...structures);
}

/** Sets print as dictionaries do. */
export function dictionaryReading(items: readonly Entry[]): Value {
  for (const entry of items) if (SET.has(entry[0])) return build.set(items);
  return { kind: 'object', entries: items, ordered: false };
}

function key(): Rule<string> {
  return pattern('a key in quotes and ": "', KEY, (text) => unquote(text.slice(0, -2)));
}

function query(): Rule<Value> {
  const read = (text: string, at: number) => {
    if (!text.startsWith(QUERY, at)) return undefined;
    const found = readBody(text, at + QUERY.length);
    return found !== undefined && text[found.end] === ')' ? found : undefined;
  };
  return stretch({
    expected: 'a query',
    *ends(text, at) {
      const found = read(text, at);
      if (found !== undefined) yield found.end + 1;
    },
    fits: (text, at, end) => read(text, at)?.end === end - 1,
    read: (text): Value => build.query(read(text, 0)?.body ?? null),
  });
}

/** Ids are not escaped: they may end at any later place where an id can end. */
function ref(): Rule<RefValue> {
  const id: Rule<string> = stretch({
    expected: 'an id',
    *ends(text, at) {
      const after = new RegExp(AFTER_ID);
      after.lastIndex = at;
      for (let found = after.exec(text); found !== null; found = after.exec(text)) yield found.index;
    },
    fits(text, at, end) {
      const after = new RegExp(AFTER_ID.source, 'y');
      after.lastIndex = end;
      return end >= at && after.test(text);
    },
    read: (text) => text,
  });
  const self: Rule<RefValue> = later(() => whole);
  const part = (name: string): Rule<RefValue | undefined> =>
    optional(sequence([word(`, ${name}=`), self], (_name, inner) => inner));
  const whole = remembered(
    sequence(
      [word(REF), id, part('class'), part('database'), word(')')],
      (_open, text, collection, database) => build.ref(text, collection, database),
    ),
  );
  return self;
}

function bareWord(traits: SwiftTraits): Rule<Value> {
  return stretch({
    expected: 'a value',
    ends: (text, at, skipped) => placesOf(text, at, [']', ', '], skipped),
    fits: () => true,
    read: (text) => wordReading(text, traits),
  });
}

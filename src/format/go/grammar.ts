import { build, readJson, type Entry, type Value } from '../../value/index.ts';
import { after } from '../shared/ambiguous/after.ts';
import { choice } from '../shared/ambiguous/choice.ts';
import { entryRule, keyOrder } from '../shared/ambiguous/entry.ts';
import { pattern, stretch, word } from '../shared/ambiguous/leaf.ts';
import { list } from '../shared/ambiguous/list.ts';
import { placesOf } from '../shared/ambiguous/places-of.ts';
import { later, remembered, type Rule } from '../shared/ambiguous/rule.ts';
import { sequence } from '../shared/ambiguous/sequence.ts';
import { hasOwnKeys } from '../shared/direct/own-keys.ts';
import { nativeRef, plainRef, refStyle, strangeRef } from './ref.ts';
import { timeReading } from './time.ts';
import type { WordTraits } from './traits.ts';
import { addressOnly, bracketReading, byBytes, wordReading } from './words.ts';

/** What follows a value in a map where the next entry or the end of the map is plain to see. */
const PLAIN_BORDER = /\]|$| [^\s:[\]{}]+:/y;
/** The same where an empty key need not be the first. */
const ANY_BORDER = /\]|$| [^\s:[\]{}]*:/y;

/** Maps are printed in the order of their keys (Go 1.12 and later), each key once. */
const ASCENDING = {
  from: 1,
  follows: (former: string, latter: string): boolean => byBytes(former, latter) < 0,
};

/** What `fmt.Println` prints of more than one word; any text is a string besides. */
export function wordGrammar({ ref, sorted }: WordTraits): Rule<Value> {
  const mapValue: Rule<Value> = later(() => valueInMap);
  const listItem: Rule<Value> = later(() => valueInList);
  const refs = refStyle(ref);
  const entryKey = key();
  const entries: Rule<readonly Entry[]> = list({
    open: 'map[',
    separator: ' ',
    close: ']',
    item: entryRule(entryKey, mapValue),
    make: (items) => (sorted || hasOwnKeys(items) ? items : undefined),
    ...(sorted ? { order: keyOrder(entryKey, mapValue, ASCENDING) } : {}),
  });
  const map = sequence([entries], (items): Value => ({ ...build.obj(items), ordered: false }));
  const set = sequence([word('{'), entries, word('}')], (_open, items): Value => build.set(items));
  const brackets: Rule<Value> = list({
    open: '[',
    separator: ' ',
    close: ']',
    item: listItem,
    // The array of one empty string is among the readings of the empty list.
    make: (items) => (items.length === 1 && isEmptyString(items[0]) ? undefined : bracketReading(items)),
  });
  const structures: readonly Rule<Value>[] = [
    time(),
    query(),
    plainRef(refs),
    set,
    map,
    brackets,
    strangeRef(refs),
  ];
  const inside = [emptyBraces(), ...(refs.nativesAreAddresses ? [address()] : []), ...structures];
  const valueInMap = remembered(
    choice<Value>(...inside, bareWord(endsInMap(sorted ? PLAIN_BORDER : ANY_BORDER))),
  );
  const valueInList = remembered(choice<Value>(...inside, bareWord(endsInList)));
  const natives = refs.nativeTail === undefined ? [] : [nativeRef(refs.nativeTail)];
  return choice<Value>(...natives, ...structures);
}

function key(): Rule<string> {
  return stretch({
    expected: 'a key and ":"',
    ends: (text, at) => after(text, at, ':'),
    fits: (text, at, end) => end > at && text[end - 1] === ':',
    read: (text) => text.slice(0, -1),
  });
}

/** A native ref inside a container; the same word as a string comes later. */
function address(): Rule<Value> {
  return pattern('an address', /0x[\da-f]+(?=[ \]]|$)/y, () => addressOnly);
}

/** Null, before anything longer that begins so. */
function emptyBraces(): Rule<Value> {
  return pattern('{}', /\{\}(?=[ \]]|$)/y, (text) => wordReading(text));
}

function time(): Rule<Value> {
  return pattern('a time', /\{\d{1,9} -?\d{1,12} <nil>\}/y, (text) => {
    const [nanos = '', seconds = ''] = text.slice(1, -1).split(' ');
    return timeReading(Number(nanos), Number(seconds));
  });
}

/** The bytes of a lambda's JSON, in decimal, in a structure of one field. */
function query(): Rule<Value> {
  return pattern('a query', /\{\[\d{1,3}(?: \d{1,3})*\]\}/y, (text): Value | undefined => {
    const bytes = text.slice(2, -2).split(' ').map(Number);
    if (bytes.some((byte) => byte > 255)) return undefined;
    const reading = readJson(Buffer.from(bytes).toString('utf8'));
    return reading.ok ? build.query(reading.json) : undefined;
  });
}

type Ends = (text: string, at: number, skipped: (count?: number) => void) => Iterable<number>;

function bareWord(ends: Ends): Rule<Value> {
  return stretch({
    expected: 'a value',
    ends,
    // Null has a rule of its own.
    fits: (text, at, end) => text.slice(at, end) !== '{}',
    read: (text) => wordReading(text),
  });
}

const endsInList: Ends = (text, at, skipped) => placesOf(text, at, [' ', ']'], skipped);

/** First the ends behind which the next key or the end is plain to see: `a:x y b:1` is more likely `x y` than `y b`. */
function endsInMap(border: RegExp): Ends {
  return function* (text, at, skipped) {
    const others: number[] = [];
    for (const end of endsInList(text, at, skipped)) {
      border.lastIndex = end;
      if (border.test(text)) {
        yield end;
      } else {
        others.push(end);
        skipped();
      }
    }
    yield* others;
  };
}

function isEmptyString(value: Value | undefined): boolean {
  return value?.kind === 'string' && value.value === '';
}

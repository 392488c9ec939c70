import { build, readJson, type Entry, type Value } from '../../value/index.ts';
import { choice } from '../shared/ambiguous/choice.ts';
import { entryRule, keyOrder } from '../shared/ambiguous/entry.ts';
import { pattern, stretch, word } from '../shared/ambiguous/leaf.ts';
import { list } from '../shared/ambiguous/list.ts';
import { later, remembered, type Rule } from '../shared/ambiguous/rule.ts';
import { sequence } from '../shared/ambiguous/sequence.ts';
import { timeReading } from './time.ts';
import { addressOnly, bracketReading, byBytes, wordReading } from './words.ts';

/** `{id collection class database}`: the two pointers in the middle are the same one. */
const REF = /^\{([\s\S]*) (0x[\da-f]+|<nil>) \2 (0x[\da-f]+|<nil>)\}$/;
/** A ref whose id has nothing in it that could begin or end another value. */
const PLAIN_REF = /\{[^\s{}[\]]+ (0x[\da-f]+|<nil>) \1 (?:0x[\da-f]+|<nil>)\}/y;
const REF_TAIL = / (0x[\da-f]+|<nil>) \1 (?:0x[\da-f]+|<nil>)\}/g;
/** What follows a value in a map where the next entry or the end of the map is plain to see. */
const PLAIN_BORDER = /\]|$| [^\s:[\]{}]+:/y;

/** Maps are printed in the order of their keys (Go 1.12 and later), each key once. */
const ASCENDING = {
  from: 1,
  follows: (before: string, after: string): boolean => byBytes(before, after) < 0,
};

const mapValue: Rule<Value> = later(() => valueInMap);
const listItem: Rule<Value> = later(() => valueInList);

const entryKey = key();
const entries: Rule<readonly Entry[]> = list({
  open: 'map[',
  separator: ' ',
  close: ']',
  item: entryRule(entryKey, mapValue),
  make: (items) => items,
  order: keyOrder(entryKey, mapValue, ASCENDING),
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
  emptyBraces(),
  address(),
  time(),
  query(),
  plainRef(),
  set,
  map,
  brackets,
  strangeRef(),
];
const valueInMap = remembered(choice<Value>(...structures, bareWord(endsInMap)));
const valueInList = remembered(choice<Value>(...structures, bareWord(endsInList)));

/** What `fmt.Println` prints of more than one word; any text is a string besides. */
export const grammar: Rule<Value> = choice<Value>(
  nativeRef(),
  time(),
  query(),
  plainRef(),
  set,
  map,
  brackets,
  strangeRef(),
);

function key(): Rule<string> {
  return stretch({
    expected: 'a key and ":"',
    *ends(text, at) {
      for (let colon = text.indexOf(':', at); colon !== -1; colon = text.indexOf(':', colon + 1))
        yield colon + 1;
    },
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
    return timeReading(Number(nanos), BigInt(seconds));
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

function plainRef(): Rule<Value> {
  return pattern('a ref', PLAIN_REF, (text) => (isNative(text) ? undefined : refOf(text)));
}

/** Ids are not escaped: with a strange enough one, a ref may end at any later pair of pointers. */
function strangeRef(): Rule<Value> {
  return stretch({
    expected: 'a ref',
    *ends(text, at) {
      if (text[at] !== '{') return;
      for (const tail of text.slice(at).matchAll(REF_TAIL)) {
        const end = at + tail.index + tail[0].length;
        if (isStrangeRef(text.slice(at, end))) yield end;
      }
    },
    fits: (text, at, end) => text[at] === '{' && text[end - 1] === '}' && isStrangeRef(text.slice(at, end)),
    read: refOf,
  });
}

function isStrangeRef(text: string): boolean {
  PLAIN_REF.lastIndex = 0;
  return REF.test(text) && !isNative(text) && PLAIN_REF.exec(text)?.[0] !== text;
}

/** All pointers nil is a native ref's content, which is printed at top level only, behind an ampersand. */
function isNative(text: string): boolean {
  return text.endsWith(' <nil> <nil> <nil>}');
}

function refOf(text: string): Value {
  const [, id = '', collection, database] = REF.exec(text) ?? [];
  const part = (pointer: string | undefined) =>
    pointer === '<nil>' ? undefined : build.unsaid('address only');
  return build.ref(id, part(collection), part(database));
}

function nativeRef(): Rule<Value> {
  return stretch({
    expected: 'a native ref',
    ends: (text, at) => (isNativeRef(text.slice(at)) ? [text.length] : []),
    fits: (text, at, end) => end === text.length && isNativeRef(text.slice(at)),
    read: (text): Value => build.ref(text.slice('&{'.length, -' <nil> <nil> <nil>}'.length)),
  });
}

function isNativeRef(text: string): boolean {
  return /^&\{[\s\S]* <nil> <nil> <nil>\}$/.test(text);
}

function bareWord(ends: (text: string, at: number) => Iterable<number>): Rule<Value> {
  return stretch({
    expected: 'a value',
    ends,
    // Null has a rule of its own.
    fits: (text, at, end) => text.slice(at, end) !== '{}',
    read: (text) => wordReading(text),
  });
}

function* endsInList(text: string, at: number): Generator<number> {
  for (let end = at; end < text.length; end += 1) if (text[end] === ' ' || text[end] === ']') yield end;
}

/** First the ends behind which the next key or the end is plain to see: `a:x y b:1` is more likely `x y` than `y b`. */
function* endsInMap(text: string, at: number): Generator<number> {
  const isPlain = (end: number): boolean => {
    PLAIN_BORDER.lastIndex = end;
    return PLAIN_BORDER.test(text);
  };
  for (const end of endsInList(text, at)) if (isPlain(end)) yield end;
  for (const end of endsInList(text, at)) if (!isPlain(end)) yield end;
}

function isEmptyString(value: Value | undefined): boolean {
  return value?.kind === 'string' && value.value === '';
}

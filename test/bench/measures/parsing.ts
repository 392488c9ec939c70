import type { Comparison } from '../comparison.ts';
import { median } from '../interleaved.ts';
import { UnprintableValue, type Format } from '../../../src/format/index.ts';
import { build, inGeneration, toWire, writeJson, type Value } from '../../../src/value/index.ts';

/** Characters of the long print; the short one is a tenth of it. */
const LONG = 10_000_000;
const ROUNDS = 3;

/**
 * Characters a second that `parse` reads of a long print, against those that `JSON.parse` reads of the same values on the
 * wire, format by format; and whether ten times the text takes ten times as long.
 */
export function* parsing(formats: readonly Format[]): Generator<Comparison> {
  for (const format of formats) yield* measured(format);
}

function measured(format: Format): readonly Comparison[] {
  const long = printed(format, LONG);
  const short = printed(format, LONG / 10);
  // Once before, so that the readers are compiled.
  read(format, short.text);
  const rates = { parse: [] as number[], json: [] as number[], short: [] as number[] };
  for (let round = 0; round < ROUNDS; round++) {
    rates.parse.push(rate(long.text, () => read(format, long.text)));
    rates.json.push(rate(long.json, () => void JSON.parse(long.json)));
    rates.short.push(rate(short.text, () => read(format, short.text)));
  }
  const [parse, json, less] = [median(rates.parse), median(rates.json), median(rates.short)];
  return [
    {
      name: `Characters read a second, ${format.id}, ${rounded(long.text.length)}`,
      ours: { what: 'parse', value: parse / 1e6, unit: 'M/s' },
      other: { what: 'JSON.parse of the same values', value: json / 1e6, unit: 'M/s' },
      ratio: parse / json,
      goal: { is: 'at least', ratio: 0.25 },
    },
    {
      name: `The same, a tenth of the text: linear is 1`,
      ours: { what: 'long', value: parse / 1e6, unit: 'M/s' },
      other: { what: 'short', value: less / 1e6, unit: 'M/s' },
      ratio: parse / less,
      goal: { is: 'at least', ratio: 0.5 },
    },
  ];
}

function read(format: Format, text: string): void {
  const reading = format.parse(text);
  const problem = reading.ok ? reading.onlyAsString : reading.error;
  if (problem !== undefined)
    throw new Error(
      `${format.id} does not read its own long print: ${problem.expected} at ${problem.offset}`,
    );
}

function rate(text: string, action: () => void): number {
  const started = performance.now();
  action();
  return (text.length * 1000) / (performance.now() - started);
}

interface Printed {
  readonly text: string;
  readonly json: string;
}

/** About so many characters of documents in one object: Node.js prints only 100 items of an array, but all keys. */
function printed(format: Format, characters: number): Printed {
  const value = (count: number): Value =>
    inGeneration(
      build.obj(Array.from({ length: count }, (_, at) => [`d${at}`, document(at, format)] as const)),
      format.about.generation,
    );
  const one = format.print(value(100)).length / 100;
  const whole = value(Math.ceil(characters / one));
  return { text: format.print(whole), json: writeJson(toWire(whole, format.about.generation)) };
}

const COLLECTION = build.ref('users', build.ref('collections'));

/** What a document holds, leaving out what a driver cannot decode or print. */
function document(at: number, format: Format): Value {
  const entries = Object.entries({
    ref: build.ref(String(300_000_000_000_000_000n + BigInt(at)), COLLECTION),
    ts: build.long(1_600_000_000_000_000 + at),
    name: build.str(`somebody number ${at}`),
    age: build.long(at % 100),
    height: build.double(1.5 + (at % 64) / 128),
    born: build.date('1990-02-03'),
    seen: build.ts('2021-05-06T07:08:09.123Z'),
    admin: build.bool(at % 2 === 0),
    gone: build.nul,
  });
  return build.obj(entries.filter(([, value]) => isPrintable(value, format)));
}

function isPrintable(value: Value, format: Format): boolean {
  try {
    format.print(build.obj({ a: inGeneration(value, format.about.generation) }));
    return true;
  } catch (cause) {
    if (cause instanceof UnprintableValue) return false;
    throw cause;
  }
}

function rounded(length: number): string {
  return `${(length / 1e6).toFixed(1)} M`;
}

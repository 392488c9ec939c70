import { textError, type TextError, type Value } from '../../value/index.ts';
import { UnprintableValue, type About, type Format, type Leniency, type Reading } from '../format.ts';
import { ReadFailure } from '../shared/read-failure.ts';
import { TextReader } from '../shared/text-reader.ts';
import { decode } from './decode.ts';
import { readDirect } from './direct.ts';
import { ebnf } from './ebnf.ts';
import { parseError, projectError } from './errors.ts';
import { inspect, maskAddresses } from './print.ts';
import { objectsOfTags, project } from './project.ts';
import { readValue } from './read.ts';
import type { RubyTraits } from './traits.ts';

export interface RubyParts {
  readonly id: string;
  readonly variantOf?: string;
  readonly about: Pick<About, 'releases' | 'change' | 'evidence' | 'runtime'>;
  readonly traits: RubyTraits;
}

/** What both print statements write for an object without an `inspect` of its own. */
export const ADDRESSES: Leniency = {
  takes: 'any address of refs, sets, bytes and queries, also one of other lengths',
  source: 'Ruby 3.1.2, object.c: rb_any_to_s; fauna 3.0.0, lib/fauna/objects.rb',
};

/** A format of `p`: everything escaped, so that a text has one reading. */
export function rubyFormat({ id, variantOf, about, traits }: RubyParts): Format {
  return {
    id,
    ...(variantOf === undefined ? {} : { variantOf }),
    about: {
      driver: 'Ruby',
      statement: 'p result',
      generation: traits.generation,
      grammar: ebnf(traits),
      leniencies: [
        {
          takes: 'characters of a newer Unicode than the runtime of the print, escaped or not',
          source: 'Ruby 3.1.2, String#inspect',
        },
        ADDRESSES,
      ],
      ...about,
    },
    parse: (text) => parse(text, traits),
    print: (value) => inspect(decode(value, traits), traits),
    mask: maskAddresses,
    steady: maskAddresses,
    project: (value) => project(value, traits),
    parseError,
    projectError,
    free: ['the addresses (0x and hexadecimal digits) of refs, sets, bytes and queries'],
  };
}

function parse(text: string, traits: RubyTraits): Reading {
  const direct = readDirect(text, traits);
  return direct === undefined
    ? readCarefully(text, traits)
    : { ok: true, readings: [direct], complete: true };
}

/** Reads any text: what counts is what prints as the text again. */
export function readCarefully(text: string, traits: RubyTraits): Reading {
  try {
    const reader = new TextReader(text);
    const value = readValue(reader, traits);
    reader.end();
    const change = firstChange(text, value, traits);
    if (change !== undefined) return { ok: false, error: change };
    return { ok: true, readings: [objectsOfTags(value, traits)], complete: true };
  } catch (cause) {
    if (!(cause instanceof ReadFailure)) throw cause;
    return { ok: false, error: textError(text, cause.offset, cause.expected) };
  }
}

/** Where the value prints otherwise than it was read; `undefined`: nowhere. */
function firstChange(text: string, value: Value, traits: RubyTraits): TextError | undefined {
  const written = maskAddresses(text);
  let again: string;
  try {
    again = inspect(value, traits);
  } catch (cause) {
    if (!(cause instanceof UnprintableValue)) throw cause;
    again = '';
  }
  if (again === written || unescaped(again) === unescaped(written)) return undefined;
  let offset = 0;
  while (offset < written.length && written[offset] === again[offset]) offset += 1;
  return textError(
    text,
    Math.min(offset, text.length),
    `${JSON.stringify(again.slice(offset, offset + 20))}, as Ruby prints it`,
  );
}

/** Escapes of characters beyond ASCII opened: which of them need one depends on the Unicode version of the runtime. */
function unescaped(text: string): string {
  return text.replace(
    /\\(\\)|\\u(?:\{([\dA-F]{5,6})\}|([\dA-F]{4}))/g,
    (whole, slash: string | undefined, five: string | undefined, four: string | undefined) => {
      const code = parseInt(five ?? four ?? '0', 16);
      return slash !== undefined || code < 0x80 || code > 0x10ffff ? whole : String.fromCodePoint(code);
    },
  );
}

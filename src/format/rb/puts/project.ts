import { build, instant, instantText, type Value } from '../../../value/index.ts';
import { options } from '../../shared/options.ts';
import { project } from '../project.ts';
import type { RubyTraits } from '../traits.ts';
import { addressOnly } from './address-only.ts';
import { withoutLineFeed } from './print.ts';

const A_SECOND = 1_000_000_000;

/** What `puts` leaves of a value: inside hashes as much as `p`, of others what their line says. */
export function projectPuts(value: Value, traits: RubyTraits): Value {
  return left(project(value, traits), traits);
}

function left(value: Value, traits: RubyTraits): Value {
  const inner = (one: Value): Value => left(one, traits);
  switch (value.kind) {
    case 'string':
      return stringsOf(withoutLineFeed(value.value));
    case 'array':
      return value.items.every(hasLine)
        ? build.arr(value.items.map(inner))
        : build.unsaid('the lines of an array do not say where its items end');
    case 'bytes':
      return traits.bytes ? addressOnly(value.kind) : value;
    case 'query':
      return traits.query ? addressOnly(value.kind) : value;
    case 'set':
      return addressOnly(value.kind);
    case 'ts':
      return build.ts(wholeSeconds(value.text), A_SECOND);
    case 'oneOf':
      return options(value.options.map(inner));
    case 'ref':
      return value;
    case 'null':
    case 'boolean':
    case 'long':
    case 'double':
    case 'number':
    case 'date':
    case 'object':
    case 'uuid':
    case 'opaque':
    case 'unsaid':
      return value;
  }
}

/** The strings that are printed as a text: with a line feed behind it, or without. */
export function stringsOf(text: string): Value {
  const withLineFeed = build.str(`${text}\n`);
  return text.endsWith('\n') ? withLineFeed : build.oneOf([build.str(text), withLineFeed]);
}

/** Whether an item stands on one line that is no string's. */
function hasLine(value: Value): boolean {
  return value.kind !== 'string' && value.kind !== 'array' && value.kind !== 'null';
}

function wholeSeconds(text: string): string {
  const time = instant(text);
  return time === undefined ? text : instantText({ seconds: time.seconds, nanos: 0 });
}

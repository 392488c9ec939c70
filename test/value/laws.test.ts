/** Laws of the canonical value, over arbitrary values and over what each format leaves of them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryExpression } from '../../src/expect/arbitrary/query.ts';
import { arbitraryValue } from '../../src/expect/arbitrary/value.ts';
import { formats, UnprintableValue, type Format } from '../../src/format/index.ts';
import {
  firstDifference,
  fromTagged,
  fromWire,
  JsonNumber,
  JsonObject,
  jsonDifference,
  readJson,
  toTagged,
  toWire,
  writeJson,
  type Difference,
  type Json,
  type Value,
} from '../../src/value/index.ts';

const same = (left: Value, right: Value): Difference | undefined => firstDifference(left, right);
const text = (value: Value): string => writeJson(toTagged(value));

describe('tagged JSON', () => {
  it('is read back as the very value, also after it was written as text', () => {
    fc.assert(
      fc.property(arbitraryValue(), (value) => {
        const json = readJson(text(value));
        expect(json.ok && fromTagged(json.json)).toEqual({ ok: true, value });
      }),
    );
  });

  it('keeps what a print leaves unsaid', () => {
    fc.assert(
      fc.property(arbitraryValue(), fc.constantFrom(...formats), (value, format) => {
        const said = projected(value, format);
        if (said !== undefined) expect(fromTagged(toTagged(said))).toEqual({ ok: true, value: said });
      }),
    );
  });

  it('that is anything else is refused with a place, never thrown', () => {
    fc.assert(
      fc.property(arbitraryExpression(), (json) => {
        const reading = fromTagged(json);
        if (!reading.ok) expect(reading.error).toMatch(/: expected .+, got /s);
      }),
    );
  });
});

describe('wire JSON', () => {
  it('says everything of a wholly known value', () => {
    fc.assert(
      fc.property(arbitraryValue(), (value) => {
        const known = wireable(value);
        const json = readJson(writeJson(toWire(known)));
        if (!json.ok) throw new Error(json.error.excerpt);
        expect(same(known, fromWire(json.json))).toBeUndefined();
        expect(writeJson(toWire(fromWire(json.json)))).toBe(writeJson(json.json));
      }),
    );
  });
});

/** What today's drivers print; older formats have this law among their own, with what each decoder makes of values. */
const today = formats.filter(({ id }) =>
  ['http/2.7', 'js/4.3', 'py/2.7', 'go/2.7', 'java/2.7', 'scala/2.7', 'cs/2.9'].includes(id),
);

describe('agreement', () => {
  it('is reflexive', () => {
    fc.assert(fc.property(arbitraryValue(), (value) => same(value, value) === undefined));
  });

  it('is symmetric: both sides differ at the same place, in the same way', () => {
    fc.assert(
      fc.property(arbitraryValue(), arbitraryValue(), (left, right) => {
        const [one, other] = [same(left, right), same(right, left)];
        expect(one === undefined).toBe(other === undefined);
        if (one?.path.length === 0) expect(other).toMatchObject({ what: one.what });
      }),
    );
  });

  it.each(today)('of a value and what $id can say of it, both ways', (format) => {
    fc.assert(
      // A key with half a surrogate pair becomes another key where a driver prints UTF-8.
      fc.property(arbitraryValue({ wellFormed: true }), (value) => {
        const said = projected(value, format);
        if (said === undefined) return;
        expect(same(said, said)).toBeUndefined();
        expect(same(value, said)).toEqual(undefined);
        expect(same(said, value)).toEqual(undefined);
      }),
    );
  });

  it.each(today)('of two values that $id leaves something of is symmetric', (format) => {
    fc.assert(
      fc.property(arbitraryValue(), arbitraryValue(), (left, right) => {
        const [one, other] = [projected(left, format), projected(right, format)];
        if (one === undefined || other === undefined) return;
        expect(same(one, other) === undefined).toBe(same(other, one) === undefined);
      }),
    );
  });

  it('is lost by any change of a scalar', () => {
    fc.assert(
      fc.property(arbitraryValue(), (value) => {
        const changed = firstScalarChanged(value);
        if (changed !== undefined) expect(same(value, changed)).toBeDefined();
      }),
    );
  });
});

describe('difference of JSON', () => {
  it('is none of a text to itself, whatever the order of its members', () => {
    fc.assert(
      fc.property(arbitraryExpression(), (json) => {
        expect(jsonDifference(json, json)).toBeUndefined();
        expect(jsonDifference(json, reversed(json))).toBeUndefined();
      }),
    );
  });

  it('is symmetric', () => {
    fc.assert(
      fc.property(arbitraryExpression(), arbitraryExpression(), (left, right) => {
        expect(jsonDifference(left, right) === undefined).toBe(jsonDifference(right, left) === undefined);
      }),
    );
  });

  it.each<[string, string, string]>([
    ['a member more', '{"a":1}', '{"a":1,"b":1}'],
    ['a member twice', '{"a":1}', '{"a":1,"a":1}'],
    ['another second member of one name', '{"a":1,"a":1}', '{"a":1,"a":2}'],
    ['an element more', '[1]', '[1,1]'],
    ['null for nothing', '[null]', '[]'],
    ['a double for a long', '1', '1.0'],
    ['a long over 2^53', '9007199254740993', '9007199254740992'],
    ['minus zero', '0.0', '-0.0'],
    ['a list for an object', '[]', '{}'],
  ])('sees %s', (_what, left, right) => {
    const [one, other] = [read(left), read(right)];
    expect(jsonDifference(one, other)).toBeDefined();
    expect(jsonDifference(other, one)).toBeDefined();
  });
});

function read(json: string): Json {
  const reading = readJson(json);
  if (!reading.ok) throw new Error(reading.error.excerpt);
  return reading.json;
}

/** What a format leaves of a value; nothing where its driver cannot decode or print it. */
function projected(value: Value, format: Format): Value | undefined {
  try {
    return format.project(value);
  } catch (cause) {
    if (cause instanceof UnprintableValue) return undefined;
    throw cause;
  }
}

/** NaN and the infinities stand on the wire as strings, so they are no doubles when they are read back. */
function wireable(value: Value): Value {
  switch (value.kind) {
    case 'double':
      return Number.isFinite(value.value) ? value : { kind: 'string', value: String(value.value) };
    case 'array':
      return { ...value, items: value.items.map(wireable) };
    case 'object':
    case 'set':
      return { ...value, entries: value.entries.map(([key, inner]) => [key, wireable(inner)] as const) };
    default:
      return value;
  }
}

/** The value with its first scalar replaced by another of its kind; nothing when it has none. */
function firstScalarChanged(value: Value): Value | undefined {
  switch (value.kind) {
    case 'boolean':
      return { ...value, value: !value.value };
    case 'long':
      return { ...value, value: value.value + 1n };
    case 'string':
      return { ...value, value: `${value.value}x` };
    case 'array': {
      const [first, ...rest] = value.items;
      const changed = first && firstScalarChanged(first);
      return changed && { ...value, items: [changed, ...rest] };
    }
    case 'object': {
      const [first, ...rest] = value.entries;
      const changed = first && firstScalarChanged(first[1]);
      return first && changed && { ...value, entries: [[first[0], changed], ...rest] };
    }
    default:
      return undefined;
  }
}

function reversed(json: Json): Json {
  if (json instanceof JsonObject)
    return new JsonObject(json.members.map(([key, value]) => [key, reversed(value)] as const).toReversed());
  return json === null || typeof json !== 'object' || json instanceof JsonNumber ? json : json.map(reversed);
}

import {
  JsonNumber,
  JsonObject,
  build,
  epochDay,
  instant,
  instantText,
  type Entry,
  type Json,
  type RefValue,
  type Value,
} from '../../value/index.ts';

/** Values that differ from this one in one place: in a kind, a part or the order that some print may not show. */
export function neighbours(value: Value): readonly Value[] {
  return [...changes(value), ...inside(value)];
}

function inside(value: Value): readonly Value[] {
  if (value.kind === 'array')
    return value.items.flatMap((item, index) =>
      neighbours(item).map((other) => build.arr(value.items.with(index, other))),
    );
  if (value.kind !== 'object' && value.kind !== 'set') return [];
  const make = value.kind === 'object' ? build.obj : build.set;
  return value.entries.flatMap(([key, item], index) =>
    neighbours(item).map((other): Value => make(value.entries.with(index, [key, other]))),
  );
}

function changes(value: Value): readonly Value[] {
  switch (value.kind) {
    case 'null':
      return [build.str('null')];
    case 'boolean':
      return [build.str(String(value.value))];
    case 'long':
      return [
        build.double(Number(value.value)),
        build.str(String(value.value)),
        build.long(value.value + 1n),
      ];
    case 'double':
      return Number.isSafeInteger(value.value) ? [build.long(value.value), build.double(-value.value)] : [];
    case 'bytes':
      return [build.arr([...value.value].map((byte) => build.long(byte)))];
    case 'array':
      return [...(value.items.length === 0 ? [build.bytes([])] : []), build.arr([...value.items, build.nul])];
    case 'object':
      return orders(value.entries).map((entries) => build.obj(entries));
    case 'ref':
      return otherRefs(value);
    case 'ts':
      return otherTimes(value.text);
    case 'date':
      return [build.ts(`${value.text}T00:00:00Z`), build.str(value.text)];
    case 'set':
      return [
        build.set([...value.entries, ['other', build.nul]]),
        build.obj([['@set', build.obj(value.entries)]]),
      ];
    case 'query':
      return otherBodies(value.body).map(build.query);
    case 'string':
    case 'number':
    case 'uuid':
    case 'opaque':
    case 'unsaid':
    case 'oneOf':
      return [];
  }
}

/** The last entry first: one other order is enough to see that order is lost. */
function orders(entries: readonly Entry[]): readonly (readonly Entry[])[] {
  const last = entries.at(-1);
  return last === undefined || entries.length < 2 ? [] : [[last, ...entries.slice(0, -1)]];
}

function otherRefs(ref: RefValue): readonly Value[] {
  // `databases` is called so in every generation.
  const other = build.ref('other', ref.collection === undefined ? undefined : build.ref('databases'));
  const same = ref.database;
  // Both are collections that every database has, so the other ref can be stored as well.
  const native = 'keys' === (ref.collection?.kind === 'ref' ? ref.collection.id : ref.id) ? 'tokens' : 'keys';
  return [
    ...(ref.collection === undefined
      ? [build.ref('other', undefined, same), build.ref(native, undefined, same)]
      : [build.ref(ref.id, other, same), build.ref(ref.id, build.ref(native), same)]),
    ...(ref.database === undefined ? [] : [build.ref(ref.id, ref.collection, build.ref('other'))]),
  ];
}

function otherTimes(text: string): readonly Value[] {
  const time = instant(text);
  if (time === undefined) return [];
  const nanos = time.nanos === 999_999_999 ? time.nanos - 1 : time.nanos + 1;
  const [day = ''] = text.split('T');
  const midnight = time.nanos === 0 && time.seconds === (epochDay(day) ?? 0n) * 86_400n;
  return [build.ts(instantText({ ...time, nanos })), ...(midnight ? [build.date(day)] : [])];
}

/** A literal as its text and the other way round. */
function otherBodies(body: Json): readonly Json[] {
  if (body instanceof JsonNumber) return [body.text];
  if (typeof body === 'string') return /^(?:0|-?[1-9]\d{0,15})$/.test(body) ? [new JsonNumber(body)] : [];
  if (body === null || typeof body === 'boolean') return [String(body)];
  if (body instanceof JsonObject)
    return body.members.flatMap(([key, inner], index) =>
      otherBodies(inner).map((other) => new JsonObject(body.members.with(index, [key, other]))),
    );
  return body.flatMap((inner, index) => otherBodies(inner).map((other) => body.with(index, other)));
}

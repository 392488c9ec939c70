import { describe, expect, test } from 'vitest';
import { arbitraryValue } from '../../../src/expect/arbitrary/value.ts';
import { formatOf, type Format } from '../../../src/format/index.ts';
import { build, inGeneration, type Value } from '../../../src/value/index.ts';
import { sameJson } from './same-json.ts';
import { describeLaws } from '../laws.ts';
import { hasPathsOnly } from '../path-values.ts';

const document = build.ref('1', build.ref('users', build.ref('collections')));

describe.each([
  ['http/1', '{"resource":{"@ref":"classes/users/1"}}'],
  [
    'http/2.1',
    '{"resource":{"@ref":{"id":"1","class":{"@ref":{"id":"users","class":{"@ref":{"id":"classes"}}}}}}}',
  ],
])('%s', (id, text) => {
  const format = named(id);
  const spelt = (value: Value): Value => inGeneration(value, format.about.generation);
  // The database of a ref has no place in a path, and no name has a slash in it.
  const isSent = (value: Value): boolean => format.about.generation !== 'paths' || hasPathsOnly(value);

  describeLaws({
    format,
    values: arbitraryValue({ tagKeys: true }).map(spelt).filter(isSent),
    unusual: arbitraryValue({ names: 'any', tagKeys: true }).map(spelt).filter(isSent),
    sameButLayout: sameJson,
  });

  test('spells a ref as its API versions do', () => {
    expect(format.print(document)).toBe(text);
  });

  test('reads after a status line, without an envelope and indented', () => {
    const bare: unknown = JSON.parse(text);
    const indented = JSON.stringify(bare, null, 2);
    const reading = format.parse(`HTTP/1.1 201 Created\n${indented}`);
    expect(reading).toStrictEqual({ ok: true, readings: [format.project(document)], complete: true });
  });
});

function named(id: string): Format {
  const format = formatOf(id);
  if (format === undefined) throw new Error(`${id} is not in the table of formats`);
  return format;
}

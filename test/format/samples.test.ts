import { describe, expect, test } from 'vitest';
import { formatOf } from '../../src/format/index.ts';
import { build, describeTextError, firstDifference, type Value } from '../../src/value/index.ts';
import { SAMPLES, sampleText } from './samples.ts';

describe('the token prints of the documentation', () => {
  test.each(SAMPLES)('are read: $page, $tab tab, $format, token $id', (sample) => {
    const reading = formatOf(sample.format)?.parse(sampleText(sample));
    if (reading === undefined) throw new Error(`no format ${sample.format}`);
    if (!reading.ok) throw new Error(describeTextError(reading.error));
    const members = membersOf(reading.readings[0]);
    expect([...members.keys()]).toEqual(expect.arrayContaining(['ref', 'ts', 'instance', 'secret']));
    expect(firstDifference(members.get('ref') ?? build.nul, token(sample.id))).toBe(undefined);
    expect(firstDifference(members.get('instance') ?? build.nul, character(sample.page))).toBe(undefined);
  });
});

function membersOf(value: Value): ReadonlyMap<string, Value> {
  return new Map(value.kind === 'object' ? value.entries : []);
}

function token(id: string): Value {
  return build.ref(id, build.ref('tokens'));
}

function character(page: string): Value {
  const collections = build.ref(page === 'login-2018' ? 'classes' : 'collections');
  return build.ref('181388642114077184', build.ref('characters', collections));
}

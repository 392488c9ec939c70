import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { UnprintableValue, type Format } from '../../../src/format/index.ts';
import { IDS } from '../../../src/format/js/ids.ts';
import { inspect } from '../../../src/format/js/layout/inspect.ts';
import { PROFILES, type Profile } from '../../../src/format/js/layout/profile.ts';
import { makeFormat } from '../../../src/format/js/make-format.ts';
import { fromWire, readJson, type Value } from '../../../src/value/index.ts';
import { treeOf } from './layout/tree-json.ts';

// What releases of Node.js really printed (fixtures/node-prints.README.md), against the model of each layout.
const outcome = z.union([
  z.object({ printed: z.string() }),
  z.object({ fails: z.enum(['decode', 'print']), message: z.string() }),
]);
const layouts = z.enum(PROFILES);
const treeLine = z.object({
  tree: z.json(),
  depth: z.number().nullable(),
  printed: z.record(layouts, z.string()),
});
const valueLine = z.object({
  driver: z.string(),
  format: z.string(),
  wire: z.string(),
  outcomes: z.record(layouts, outcome),
});

const lines = gunzipSync(readFileSync(new URL('../../../fixtures/node-prints.jsonl.gz', import.meta.url)))
  .toString('utf8')
  .trimEnd()
  .split('\n')
  .map((line) => z.union([treeLine, valueLine]).parse(JSON.parse(line)));
const trees = lines.filter((line) => 'tree' in line);
const values = lines.filter((line) => 'driver' in line);
const drivers = [...new Map(values.map(({ driver, format }) => [driver, format]))];

describe.each(PROFILES)('%s, as recorded', (profile) => {
  test('lays out trees', () => {
    expect(trees).not.toHaveLength(0);
    for (const { tree, depth, printed } of trees) {
      const text = inspect(treeOf(tree), profile, { depth: depth ?? Number.POSITIVE_INFINITY });
      expect(text).toBe(printed[profile]);
    }
  });

  test.each(drivers)('has the prints of faunadb %s, which are %s', (driver, id) => {
    const format = formatOf(id, profile);
    for (const line of values.filter((one) => one.driver === driver)) {
      const real = line.outcomes[profile];
      const ours = outcomeOf(format, valueOf(line.wire));
      expect(ours).toStrictEqual(withoutWords(real));
    }
  });
});

type Outcome = z.infer<typeof outcome>;

function outcomeOf(format: Format, value: Value): Outcome | { readonly fails: string } {
  try {
    return { printed: format.print(value) };
  } catch (cause) {
    if (!(cause instanceof UnprintableValue)) throw cause;
    return { fails: cause.where };
  }
}

/** In which words something fails is no print; the nightly run compares them. */
function withoutWords(real: Outcome): Outcome | { readonly fails: string } {
  return 'printed' in real ? real : { fails: real.fails };
}

function formatOf(id: string, profile: Profile): Format {
  const traits = IDS.find((one) => one.id === id);
  if (traits === undefined) throw new Error(`no traits for ${id}`);
  return makeFormat({ traits, profile });
}

function valueOf(wire: string): Value {
  const reading = readJson(wire);
  if (!reading.ok) throw new Error(reading.error.excerpt);
  return fromWire(reading.json);
}

import fc from 'fast-check';
import { MOVES } from '../../src/expect/finding.ts';
import { jsonInteger, jsonObject, JsonNumber, JsonObject, type Json } from '../../src/value/index.ts';
import {
  RECORD_VERSION,
  type CaseRecord,
  type DiscoveryRecord,
  type DriverRecord,
  type RunRecord,
  type ScenarioRecord,
  type StepRecord,
} from '../../src/verdict/record.ts';
import { VERDICTS, type Result } from '../../src/verdict/verdict.ts';

/** Texts that want to become something else in HTML, in a terminal or in a URL. */
export const HOSTILE = [
  `</script><img src=x onerror=alert(1)>`,
  `"><script>alert(1)</script>`,
  `' onmouseover='alert(1)`,
  `</pre></code></details></style><h1>`,
  `<!--`,
  `]]>`,
  `&lt;b&gt;&amp;`,
  `\u001b[31mred\u001b[0m\u0007`,
  `\u202eltr\u0000\r`,
  '\nfirst line empty',
  '語'.repeat(60),
  'x'.repeat(300),
  '__proto__',
] as const;

/** Any record that a run could have written: of what `text` gives, in every place where a text can stand. */
export function arbitraryRecord(text: fc.Arbitrary<string>): fc.Arbitrary<RunRecord> {
  const json = arbitraryJson(text);
  return fc
    .record({
      // A key of an object in the record; driver.json allows no such name.
      driverNames: fc.uniqueArray(
        text.filter((name) => name !== '__proto__'),
        { minLength: 1, maxLength: 6 },
      ),
      scenarios: fc.uniqueArray(
        record<ScenarioRecord>(
          { name: text, title: text, steps: fc.uniqueArray(text, { minLength: 1, maxLength: 3 }) },
          { page: text },
        ),
        { minLength: 1, maxLength: 3, selector: ({ name }) => name },
      ),
      drivers: fc.array(
        record<Omit<DriverRecord, 'name'>>({
          title: text,
          package: text,
          version: text,
          format: text,
          state: fc.oneof(
            fc.record({
              kind: fc.constant('ran' as const),
              runtime: text,
              platform: text,
              locale: text,
              timeZone: text,
            }),
            fc.record({ kind: fc.constant('unavailable' as const), missing: text, get: text }),
            fc.record({ kind: fc.constant('broken' as const), problem: text }),
          ),
        }),
        { minLength: 6, maxLength: 6 },
      ),
      witness: fc.infiniteStream(arbitraryStep(text, json)),
      verdicts: fc.infiniteStream(arbitraryVerdict(text, json)),
      discoveries: fc.array(arbitraryDiscovery(text, json), { maxLength: 2 }),
      // The file of known divergences names each only once.
      divergences: fc.uniqueArray(fc.record({ id: text, reason: text }), {
        maxLength: 2,
        selector: ({ id }) => id,
      }),
      stale: fc.array(fc.record({ id: text, problem: text }), { maxLength: 2 }),
      seed: fc.integer(),
      noise: text,
    })
    .map(({ driverNames, drivers, scenarios, witness, verdicts, noise, ...rest }): RunRecord => {
      const named = driverNames.flatMap((name, index) => {
        const driver = drivers[index];
        return driver === undefined ? [] : [{ name, ...driver }];
      });
      const results: Result[] = scenarios.flatMap(({ name: scenario, steps }) =>
        driverNames.flatMap((driver) =>
          steps.flatMap((step) =>
            [`sends ${step}`, 'prints as its format does'].map((expectation) => ({
              check: { scenario, driver, step, expectation },
              ...verdicts.next().value,
            })),
          ),
        ),
      );
      return {
        tool: { name: 'printproof', version: '1.2.3' },
        recordVersion: RECORD_VERSION,
        backend: 'embedded',
        ...rest,
        drivers: named,
        scenarios,
        cases: scenarios.flatMap(({ name: scenario, steps }): CaseRecord[] =>
          driverNames.map((driver) => ({
            scenario,
            driver,
            steps: steps.map((step) => ({ ...witness.next().value, name: step })),
          })),
        ),
        results,
        totals: {
          planned: results.length,
          reported: results.length,
          verdicts: { pass: results.filter(({ verdict }) => verdict === 'pass').length },
          known: results.filter(({ known }) => known !== undefined).length,
          unexpected: results.filter(({ expected }) => !expected).length,
        },
        volatile: {
          startedAt: '2021-10-15T12:00:00.000Z',
          durationMs: 1234,
          stages: [{ name: 'run the scenarios', durationMs: 1000 }],
          prints: Object.fromEntries(
            scenarios.flatMap(({ name, steps }) =>
              driverNames.map((driver): [string, [string, string]] => [
                `${name} › ${driver} › ${steps[0] ?? ''}`,
                [Buffer.from('one\n').toString('base64'), Buffer.from(`${noise}\n`).toString('base64')],
              ]),
            ),
          ),
          noise: Object.fromEntries(driverNames.map((driver) => [driver, noise])),
        },
      };
    });
}

/** `fc.record` with the members of `Model` that may be absent apart. */
function record<Model>(
  required: { readonly [Key in RequiredKeys<Model>]: fc.Arbitrary<Model[Key]> },
  optional: { readonly [Key in Exclude<keyof Model, RequiredKeys<Model>>]?: fc.Arbitrary<Model[Key]> } = {},
): fc.Arbitrary<Model> {
  // The types of fc.record do not follow keys that are computed; the two maps above say what it gives.
  return fc.record(
    { ...required, ...optional },
    { requiredKeys: Object.keys(required) as never },
  ) as fc.Arbitrary<Model>;
}
type RequiredKeys<Model> = {
  [Key in keyof Model]-?: object extends Pick<Model, Key> ? never : Key;
}[keyof Model];

function arbitraryJson(text: fc.Arbitrary<string>): fc.Arbitrary<Json> {
  return fc.letrec<{ json: Json }>((tie) => ({
    json: fc.oneof(
      { maxDepth: 2, withCrossShrink: true },
      fc.constantFrom<Json>(null, true, false),
      text,
      fc.bigInt().map(jsonInteger),
      fc.constantFrom('1.0', '-0', '9223372036854775807', '1E+2').map((number) => new JsonNumber(number)),
      fc.array(tie('json'), { maxLength: 3 }),
      fc.array(fc.tuple(text, tie('json')), { maxLength: 3 }).map((members) => new JsonObject(members)),
    ),
  })).json;
}

function arbitraryStep(text: fc.Arbitrary<string>, json: fc.Arbitrary<Json>): fc.Arbitrary<StepRecord> {
  const tagged = fc.oneof(
    text,
    text.map((value) => jsonObject({ unsaid: value })),
    fc.tuple(text, text).map((options) => jsonObject({ oneOf: options })),
    json,
  );
  return record<StepRecord>(
    { name: text },
    {
      query: json,
      request: json,
      response: fc.record({
        status: fc.integer({ min: 100, max: 599 }),
        body: fc.oneof(
          json,
          json.map((resource) => jsonObject({ resource })),
        ),
      }),
      decoded: tagged,
      raised: fc.record({ type: text, message: text }),
      printed: text,
      reading: tagged,
    },
  );
}

function arbitraryVerdict(
  text: fc.Arbitrary<string>,
  json: fc.Arbitrary<Json>,
): fc.Arbitrary<Omit<Result, 'check'>> {
  const finding = record<NonNullable<Result['finding']>>(
    { move: fc.constantFrom(...MOVES), shape: text, detail: text },
    { place: text, left: fc.oneof(text, json), right: fc.oneof(text, json), sides: fc.tuple(text, text) },
  );
  return fc.oneof(
    fc.constant({ verdict: 'pass' as const, expected: true }),
    record<Omit<Result, 'check'>>(
      { verdict: fc.constantFrom(...VERDICTS), expected: fc.boolean() },
      { finding, known: text },
    ),
  );
}

function arbitraryDiscovery(
  text: fc.Arbitrary<string>,
  json: fc.Arbitrary<Json>,
): fc.Arbitrary<DiscoveryRecord> {
  return record<DiscoveryRecord>(
    {
      driver: text,
      expectation: text,
      shape: text,
      detail: text,
      example: json,
      replay: fc.record({ scenario: text, seed: fc.integer(), path: text }),
    },
    { known: text },
  );
}

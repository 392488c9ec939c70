import {
  holesOf,
  type Fit,
  type Finding,
  type FoundError,
  type FoundPrint,
  type Recognition,
} from '../recognize/index.ts';
import {
  JsonObject,
  jsonInteger,
  jsonObject,
  readJson,
  toTagged,
  writeJson,
  type Json,
  type Value,
} from '../value/index.ts';

type Member = readonly [string, Json];

/**
 * A finding as a line of JSON: where it stands (`file`, `line`, `column`, `endLine`), its `kind`, and
 * - `value`: the `formats` that read so, the best first, the value as tagged JSON, whether the readings are all that there can
 *   be (`complete`), how well it fits where it is not printed just so (`fit`), what the text does not say (`holes`), other `readings` where it is ambiguous, and what other formats that
 *   fit make of it (`otherwise`);
 * - `error`: the `formats` and the `error`;
 * - a line without either is only `file`, `line` and `text`.
 * `before` and `after` are what stands on the same lines; `text` is the print itself, where it is asked for.
 */
export function findingJson(file: string, finding: Finding, options: { readonly text: boolean }): string {
  const members: readonly Member[] =
    finding.kind === 'rest'
      ? [
          ['line', jsonInteger(finding.line)],
          ['text', finding.text],
        ]
      : [
          ['line', jsonInteger(finding.line)],
          ['column', jsonInteger(finding.column)],
          ['endLine', jsonInteger(finding.endLine)],
          ...(finding.kind === 'print' ? printMembers(finding) : errorMembers(finding)),
          ...(finding.before === '' ? [] : [['before', finding.before] as const]),
          ...(finding.after === '' ? [] : [['after', finding.after] as const]),
          ...(options.text || finding.kind === 'error' ? [['text', finding.text] as const] : []),
        ];
  return writeJson(new JsonObject([['file', file], ...members]));
}

/** What formats that read alike make of a text. */
interface Answer {
  readonly ids: string[];
  readonly fit: Fit;
  readonly value: Value;
  readonly complete: boolean;
  readonly readings: readonly Value[];
}

function printMembers({ recognitions, text }: FoundPrint): readonly Member[] {
  const [best, ...others] = answersOf(recognitions, text);
  if (best === undefined) return [];
  const holes = holesOf(best.value);
  return [
    ['kind', 'value'],
    ['formats', best.ids],
    ['value', toTagged(best.value)],
    ['complete', best.complete],
    ...(best.fit === 'exact' ? [] : [['fit', best.fit] as const]),
    ...(holes.length === 0 ? [] : [['holes', holes] as const]),
    ...(best.readings.length === 1 ? [] : [['readings', best.readings.map(toTagged)] as const]),
    ...(others.length === 0
      ? []
      : [
          [
            'otherwise',
            others.map(({ ids, value }) => jsonObject({ formats: ids, value: toTagged(value) })),
          ] as const,
        ]),
  ];
}

/** Best first, as the recognitions are. */
function answersOf(recognitions: readonly Recognition[], text: string): readonly Answer[] {
  const answers = new Map<string, Answer>();
  for (const { by, fit, readings, complete } of recognitions) {
    const [value] = readings;
    const tagged = writeJson(toTagged(value));
    const same = answers.get(tagged);
    if (same !== undefined) same.ids.push(by.id);
    else
      answers.set(tagged, {
        ids: [by.id],
        fit,
        value,
        complete,
        // That any text may be a raw string goes without saying.
        readings: readings.filter(
          (one, index) => index === 0 || !(one.kind === 'string' && one.value === text),
        ),
      });
  }
  return [...answers.values()];
}

function errorMembers({ recognitions: [first, ...others] }: FoundError): readonly Member[] {
  const error = readJson(JSON.stringify(first.error));
  return [
    ['kind', 'error'],
    ['formats', [first, ...others].map(({ format }) => format.id)],
    ...(error.ok ? [['error', error.json] as const] : []),
  ];
}

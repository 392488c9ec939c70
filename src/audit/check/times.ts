import { idTime } from '../../expect/id-time.ts';
import type { Value } from '../../value/index.ts';
import { integerIn } from '../credentials.ts';
import type { AuditFinding } from '../finding.ts';
import type { Judged } from '../judged.ts';
import { isoOf } from '../made.ts';
import { inSample, type CheckContext } from './report.ts';

/** The zero of generated ids, in µs: no document is older. */
const BEGINNING = idTime(0n) * 1000n;
/** A document is written after its id was made; clocks differ by this much at most. */
const TOLERANCE = 5_000_000n;
/** Natives whose ids nobody chooses. */
const GENERATED = new Set(['tokens', 'keys', 'credentials']);

/**
 * Documents whose `ts` or id cannot be: written before there was a database, in the future, or before their id was made.
 * Ids of a collection may be chosen; those of tokens, keys and credentials are not.
 */
export function checkTimes(judged: Judged, context: CheckContext): readonly AuditFinding[] {
  const findings: AuditFinding[] = [];
  const report = (message: string, text: string): void => {
    findings.push(inSample(judged, context, { level: 'error', code: 'impossible-time', message, text }));
  };
  for (const { entries } of documentsIn(judged.values[0])) {
    const ref = entries.find(([key]) => key === 'ref')?.[1];
    const ts = integerIn(entries, 'ts');
    if (ts !== undefined && ts < BEGINNING)
      report(
        `ts ${ts} is before ${isoOf(BEGINNING)}, when the first id was made; it counts microseconds.`,
        ts.toString(),
      );
    if (ts !== undefined && ts > context.now) report(`ts ${ts} is in the future.`, ts.toString());
    const id = generatedId(ref);
    if (id === undefined) continue;
    const time = idTime(id) * 1000n;
    if (time > context.now) report(`The id ${id} is one that will be made in the future.`, id.toString());
    // What shows a secret is judged by that: see `tokens.ts`.
    const showsSecret = entries.some(([key]) => key === 'secret');
    if (ts !== undefined && !showsSecret && ts >= BEGINNING && ts < time - TOLERANCE)
      report(`ts ${isoOf(ts)} is before the id ${id} was made, ${isoOf(time)}.`, ts.toString());
  }
  return findings;
}

function generatedId(ref: Value | undefined): bigint | undefined {
  if (ref?.kind !== 'ref' || typeof ref.id !== 'string' || !/^\d{15,19}$/.test(ref.id)) return undefined;
  const { collection } = ref;
  return collection?.kind === 'ref' && typeof collection.id === 'string' && GENERATED.has(collection.id)
    ? BigInt(ref.id)
    : undefined;
}

function documentsIn(value: Value | undefined): readonly Extract<Value, { kind: 'object' }>[] {
  const found: Extract<Value, { kind: 'object' }>[] = [];
  const waiting: Value[] = value === undefined ? [] : [value];
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
    if (one.kind === 'array') for (const item of one.items) waiting.push(item);
    if (one.kind !== 'object') continue;
    if (one.entries.some(([key, inner]) => key === 'ref' && inner.kind === 'ref')) found.push(one);
    for (const [, inner] of one.entries) waiting.push(inner);
  }
  return found;
}

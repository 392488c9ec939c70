/** Tokens and keys that are sound, or wrong in one way, and pages that show them. */
import { auditPage } from '../../src/audit/audit-page.ts';
import type { PageAudit } from '../../src/audit/audited.ts';
import type { Code } from '../../src/audit/finding.ts';
import type { PageKind } from '../../src/audit/page.ts';
import { formatOf } from '../../src/format/index.ts';
import { build, type Value } from '../../src/value/index.ts';

/** Microseconds: when these pages are looked at. */
export const NOW = BigInt(Date.UTC(2026, 0, 1)) * 1000n;

/** A token of 2021-09-15T20:57:02.067Z. */
const ID = 309833836335727104n;
const TS = 1631739422080000n;
const SCOPE = 309833834634937856n;

interface Parts {
  readonly id?: bigint;
  readonly secretId?: bigint;
  readonly ts?: bigint;
  readonly mark?: string;
  readonly secret?: string;
}

export function secretOf(lead: 0x70 | 0x71, ids: readonly bigint[], mark = 'twenty random bytes!'): string {
  const head = Buffer.alloc(2 + ids.length * 8);
  head.set([0x7e, lead]);
  for (const [index, id] of ids.entries()) head.writeBigInt64BE(id, 2 + index * 8);
  return Buffer.concat([head, Buffer.from(mark.padEnd(20, '.'), 'latin1')]).toString('base64url');
}

export function token({ id = ID, secretId = id, ts = TS, mark, secret }: Parts = {}): Value {
  return build.obj([
    ['ref', build.ref(String(id), build.ref('tokens'))],
    ['ts', build.long(ts)],
    ['instance', build.ref('181388642114077184', build.ref('characters', build.ref('collections')))],
    ['secret', build.str(secret ?? secretOf(0x71, [secretId, SCOPE], mark))],
  ]);
}

export function key({ id = ID, secretId = id, ts = TS }: Parts = {}): Value {
  return build.obj([
    ['ref', build.ref(String(id), build.ref('keys'))],
    ['ts', build.long(ts)],
    ['role', build.str('server')],
    ['secret', build.str(secretOf(0x70, [secretId]))],
  ]);
}

/** What the driver of a format prints for a value. */
export function printed(id: string, value: Value): string {
  const format = formatOf(id);
  if (format === undefined) throw new Error(`no format ${id}`);
  return format.print(value);
}

export function audit(text: string, kind: PageKind = 'text'): PageAudit {
  return auditPage({ path: 'page', kind, text }, NOW);
}

/** The findings of some codes as `line:column level code`. */
export function found({ findings }: PageAudit, ...codes: readonly Code[]): readonly string[] {
  return findings
    .filter(({ code }) => codes.length === 0 || codes.includes(code))
    .map(({ place, level, code }) => `${place.line}:${place.column} ${level} ${code}`);
}

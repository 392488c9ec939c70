import type { Finding } from '../../expect/finding.ts';
import { idTime } from '../../expect/id-time.ts';
import { tokenFindings } from '../../expect/token.ts';
import { integerIn, type Credential } from '../credentials.ts';
import type { AuditFinding, Code, Level } from '../finding.ts';
import type { Judged } from '../judged.ts';
import { inSample, type CheckContext } from './report.ts';

/** Whether everything that a token says goes together: its id, its secret and its `ts` (spec/formats 16). */
export function isSound(credential: Credential): boolean {
  return findingsOf(credential).every(({ shape }) => severity(shape).level !== 'error');
}

/** Tokens and keys that cannot be: an id, a secret and a `ts` that do not belong together. */
export function checkTokens(judged: Judged, context: CheckContext): readonly AuditFinding[] {
  return judged.credentials.flatMap((credential) =>
    findingsOf(credential).map(({ shape, detail }) => {
      const { level, code } = severity(shape);
      return inSample(judged, context, { level, code, message: detail, text: placeOf(shape, credential) });
    }),
  );
}

function findingsOf(credential: Credential): readonly Finding[] {
  const { object, secret } = credential;
  return secret?.kind === 'key' && !object.entries.some(([key]) => key === 'instance')
    ? keyFindings(credential, secret.id)
    : tokenFindings(object);
}

/** An id is made while a query runs, `ts` when it commits: see `src/expect/token.ts`. */
const TOLERANCE_MS = 5000n;

function keyFindings({ object }: Credential, id: bigint): readonly Finding[] {
  const findings: Finding[] = [];
  const ref = object.entries.find(([key]) => key === 'ref')?.[1];
  const ts = integerIn(object.entries, 'ts');
  const off = ts === undefined ? 0n : ts / 1000n - idTime(id);
  const isTimely = off <= TOLERANCE_MS && off >= -TOLERANCE_MS;
  if (ref?.kind === 'ref' && typeof ref.id === 'string' && ref.id !== id.toString())
    findings.push({
      move: 'backend',
      shape: 'key: secret of another key',
      detail: `The ref has the id ${ref.id}, the secret ${id}${ts !== undefined && isTimely ? '; ts agrees with the secret' : ''}.`,
    });
  if (!isTimely)
    findings.push({
      move: 'backend',
      shape: 'key: ts of another time',
      detail: `ts is ${off} ms after the id of the secret was made.`,
    });
  return findings;
}

function severity(shape: string): { readonly level: Level; readonly code: Code } {
  if (/secret of (?:another|a key)/.test(shape)) return { level: 'error', code: 'impossible-token' };
  if (shape.endsWith('ts of another time')) return { level: 'error', code: 'impossible-time' };
  return { level: 'warning', code: 'odd-token' };
}

function placeOf(shape: string, { object, text }: Credential): string {
  const ts = integerIn(object.entries, 'ts');
  return shape.endsWith('ts of another time') && ts !== undefined ? ts.toString() : text;
}

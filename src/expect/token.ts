import { show, type RefValue, type UnsaidValue, type Value } from '../value/index.ts';
import type { Finding, Move } from './finding.ts';
import { idTime } from './id-time.ts';
import { readSecret, type Secret } from './secret.ts';

export interface TokenOptions {
  /** Whose move it is when the token is wrong; default: the backend's. */
  readonly move?: Move;
  /**
   * Whether `ts` is still the time at which the token was made: false for one that was updated or replaced since, and for
   * one whose id a client chose. Default true.
   */
  readonly isNew?: boolean;
}

/**
 * An id is made while the query runs, `ts` when it commits: -68 to +21 ms apart on the sample pages (spec/formats 16.2). A loaded
 * machine takes longer; a print that mixes two tokens is off by minutes to years.
 */
const TIME_TOLERANCE_MS = 5000n;

/**
 * What is wrong with an answer that makes a token and shows its secret (spec/formats 16). Works on an answer, on what a driver
 * decoded and on what a print says: members that are not said are not judged.
 */
export function tokenFindings(
  token: Value,
  { move = 'backend', isNew = true }: TokenOptions = {},
): Finding[] {
  const finding = (shape: string, detail: string): Finding => ({ move, shape, detail });
  if (token.kind === 'unsaid') return [];
  if (token.kind !== 'object') return [finding('token: no object', `It is ${show(token)}.`)];

  const members = new Map(token.entries);
  const findings: Finding[] = [];
  const ref = member(members.get('ref'), 'ref');
  if (ref === undefined) findings.push(finding('token: no ref', 'It has no ref.'));
  else if (ref.kind === 'ref' && isElsewhere(ref))
    findings.push(finding('token: ref of something else', `Its ref is ${show(ref)}.`));
  const instance = member(members.get('instance'), 'ref');
  if (instance === undefined) findings.push(finding('token: no instance', 'It does not say whose it is.'));

  const text = member(members.get('secret'), 'string');
  if (text === undefined) return [...findings, finding('token: no secret', 'It has no secret.')];
  if (text.kind === 'unsaid') return findings;
  const reading = readSecret(text.value);
  if (!reading.ok) return [...findings, finding('token: malformed secret', `The secret ${reading.problem}.`)];
  const { secret } = reading;
  if (secret.kind !== 'token')
    return [...findings, finding('token: secret of a key', `The secret is that of key ${secret.id}.`)];

  const time = isNew ? timeFinding(secret, members.get('ts')) : undefined;
  if (ref?.kind === 'ref' && typeof ref.id === 'string' && ref.id !== secret.id.toString())
    findings.push(
      finding(
        'token: secret of another token',
        `The ref has the id ${ref.id}, the secret ${secret.id}${time === undefined && isNew ? '; ts agrees with the secret' : ''}.`,
      ),
    );
  if (time !== undefined) findings.push(finding('token: ts of another time', time));
  return findings;
}

/** Tokens of one database carry one scope; the finding names the first that differs. */
export function scopeFinding(secrets: readonly string[], move: Move = 'backend'): Finding | undefined {
  const scopes = secrets.map((text) => {
    const reading = readSecret(text);
    return reading.ok ? reading.secret.scope : undefined;
  });
  const index = scopes.findIndex((scope) => scope !== scopes[0]);
  return index === -1
    ? undefined
    : {
        move,
        shape: 'token: scope of another database',
        detail: `Secret ${index + 1} carries the scope ${scopes[index] ?? 'of none'}, the first ${scopes[0] ?? 'of none'}.`,
      };
}

/** Why `ts` cannot be when the token was made; `undefined`: it can, or does not say. */
function timeFinding(secret: Secret, ts: Value | undefined): string | undefined {
  const micros = microseconds(ts);
  if (micros === undefined) return undefined;
  const distance = micros / 1000n - idTime(secret.id);
  return distance > TIME_TOLERANCE_MS || distance < -TIME_TOLERANCE_MS
    ? `ts is ${distance} ms after the id of the secret was made.`
    : undefined;
}

function microseconds(ts: Value | undefined): bigint | undefined {
  if (ts?.kind === 'oneOf') return microseconds(ts.options.find(({ kind }) => kind === 'long'));
  if (ts?.kind === 'long') return ts.value;
  return ts?.kind === 'number' && Number.isInteger(ts.value) ? BigInt(ts.value) : undefined;
}

/** A member that is of that kind, or not said; a print may leave several kinds open. */
function member<Kind extends 'ref' | 'string'>(
  value: Value | undefined,
  kind: Kind,
): Extract<Value, { kind: Kind }> | UnsaidValue | undefined {
  if (value?.kind === 'oneOf')
    return value.options.map((one) => member(one, kind)).find((one) => one !== undefined);
  return value !== undefined && (isKind(value, kind) || value.kind === 'unsaid') ? value : undefined;
}

function isKind<Kind extends Value['kind']>(
  value: Value,
  kind: Kind,
): value is Extract<Value, { kind: Kind }> {
  return value.kind === kind;
}

/** Whether a ref's collection is known to be another one than that of tokens. */
function isElsewhere({ collection }: RefValue): boolean {
  if (collection?.kind === 'unsaid') return false;
  return collection === undefined || (typeof collection.id === 'string' && collection.id !== 'tokens');
}

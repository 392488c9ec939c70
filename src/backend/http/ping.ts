import { type Answer, NO_COSTS } from './answer.ts';
import { methodNotAllowed, timedOut } from './refusals.ts';
import { readParameters } from './target.ts';

/**
 * The database commits in epochs of this many milliseconds (spec 1.15), so a ping that has to see a commit and may not
 * wait that long has always timed out.
 */
const EPOCH_MS = 10;

/** Answers `/ping` (spec 1.10), which asks for no secret and looks at no header. */
export function ping(method: string, query: string, txnTime: bigint): Answer {
  if (method !== 'GET' && method !== 'HEAD') return methodNotAllowed(['GET'], txnTime, 0);
  const parameters = readParameters(query);
  const scope = scopeNamed(parameters.get('scope'));
  const timeout = readTimeout(parameters.get('timeout')) ?? scope.timeoutMs;
  if (scope.commits && timeout < EPOCH_MS)
    return timedOut(`Scope ${scope.name} timed out after ${String(timeout)} milliseconds`, txnTime);
  const body = method === 'HEAD' ? '' : JSON.stringify({ resource: `Scope ${scope.name} is OK` });
  return { status: 200, body, txnTime, costs: NO_COSTS };
}

interface Scope {
  readonly name: string;
  readonly timeoutMs: number;
  readonly commits: boolean;
}

function scopeNamed(name: string | undefined): Scope {
  switch (name) {
    case 'all':
      return { name: 'all', timeoutMs: 5000, commits: true };
    case undefined:
    case 'write':
    case 'global':
      return { name: 'write', timeoutMs: 1000, commits: true };
    case 'read':
    case 'local':
      return { name: 'read', timeoutMs: 500, commits: false };
    default:
      return { name: 'node', timeoutMs: 100, commits: false };
  }
}

function readTimeout(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}

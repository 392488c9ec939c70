import type { Backend } from '../backend/backend.ts';
import { embeddedBackend } from '../backend/index.ts';
import { UsageError } from './usage-error.ts';

/**
 * The backend that `--backend` names.
 * @throws UsageError for a kind that is none, and for a URL without a secret.
 */
export function backendNamed(kind: string, secret: string | undefined): Backend {
  if (kind === 'embedded') return embeddedBackend();
  throw new UsageError(
    `There is no backend "${kind}".`,
    'It is embedded, container, container:<image> or a URL.',
  );
}

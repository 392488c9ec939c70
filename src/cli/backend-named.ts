import type { Backend } from '../backend/backend.ts';
import type { ContainerOptions } from '../backend/container/container.ts';
import { embeddedBackend } from '../backend/index.ts';
import { urlBackend } from '../backend/url.ts';
import { UsageError } from './usage-error.ts';

/** Root secret of the official image, and of ours. */
const DEFAULT_SECRET = 'secret';

export interface BackendFlags {
  readonly backend: string;
  readonly secret?: string;
  readonly baseImage?: string;
}

/**
 * The backend that `--backend` names.
 * @throws UsageError for a kind that is none.
 */
export function backendNamed({ backend: kind, secret = DEFAULT_SECRET, baseImage }: BackendFlags): Backend {
  if (kind === 'embedded') return embeddedBackend();
  if (kind === 'container') return inContainer({ secret, baseImage });
  if (kind.startsWith('container:')) return inContainer({ image: kind.slice('container:'.length), secret });
  if (/^https?:\/\//.test(kind) && URL.canParse(kind)) return urlBackend({ url: kind, secret });
  throw new UsageError(
    `There is no backend "${kind}".`,
    'It is embedded, container, container:<image> or a URL.',
  );
}

/** Loads what speaks to a container engine only where one is used: it takes longer than all the rest. */
function inContainer(options: ContainerOptions): Backend {
  return {
    name: options.image === undefined ? 'container' : `container:${options.image}`,
    start: async () => {
      const { containerBackend } = await import('../backend/container/container.ts');
      return containerBackend(options).start();
    },
  };
}

import { getContainerRuntimeClient } from 'testcontainers';

/** What there is to run containers with. */
export type Engine =
  | { readonly kind: 'there'; readonly version: string }
  | { readonly kind: 'missing'; readonly why: string; readonly get: string };

/** Looks for a container engine, as the container backend would. */
export async function findEngine(): Promise<Engine> {
  try {
    const { info } = await getContainerRuntimeClient();
    // Declared a number; Docker's is a text such as 20.10.24.
    return { kind: 'there', version: String(info.containerRuntime.serverVersion) };
  } catch (cause) {
    const [why = 'nothing answers'] = (cause instanceof Error ? cause.message : String(cause)).split('\n');
    return { kind: 'missing', why, get: 'start Docker, or set DOCKER_HOST' };
  }
}

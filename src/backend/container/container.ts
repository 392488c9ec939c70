/**
 * The database in a container, through testcontainers: the project's own image, built from its Dockerfile, or any other that
 * speaks the protocol on port 8443. What was started is stopped and removed, and so is an image that was built for it.
 */
import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import {
  GenericContainer,
  getContainerRuntimeClient,
  Wait,
  type ContainerRuntimeClient,
  type StartedTestContainer,
  type WaitStrategy,
} from 'testcontainers';
import type { Backend, RunningBackend } from '../backend.ts';
import { startBehindProxy } from '../url.ts';
import { Cleanup } from './cleanup.ts';
import { ContainerError } from './container-error.ts';
import { buildLocalBaseImage } from './local-base-image.ts';

export interface ContainerOptions {
  /** An image that speaks the protocol, for example `fauna/faunadb`. Default: the project's own, built for the occasion. */
  readonly image?: string | undefined;
  /**
   * What the own image is built upon: an image with Node.js, or `local`, which makes one of this machine's Node.js where
   * none can be pulled. Default: the Dockerfile's.
   */
  readonly baseImage?: string | undefined;
  /** Root secret. Default `secret`, as in the official image. */
  readonly secret?: string | undefined;
}

const PORT = 8443;
/** A JVM in a container on a slow machine needs about a minute; building the own image some seconds. */
const STARTUP_TIMEOUT_MS = 180_000;
/** What a container said last tells most of why it did not start. */
const LOG_LINES = 10;
const PROJECT = fileURLToPath(new URL('../../../', import.meta.url));

/** The database in a container; its evidence names the image by its digest. */
export function containerBackend(options: ContainerOptions = {}): Backend {
  const name = options.image === undefined ? 'container' : `container:${options.image}`;
  return { name, start: () => startContainer(options) };
}

/** @throws ContainerError */
async function startContainer(options: ContainerOptions): Promise<RunningBackend> {
  const cleanup = new Cleanup();
  try {
    return await startInto(cleanup, options);
  } catch (error) {
    await cleanup[Symbol.asyncDispose]();
    throw error;
  }
}

async function startInto(cleanup: Cleanup, options: ContainerOptions): Promise<RunningBackend> {
  const { image, baseImage, secret = 'secret' } = options;
  const client = await engine();
  const own = image === undefined ? await buildOwnImage(client, baseImage, cleanup) : undefined;
  const waits =
    own === undefined ? Wait.forHttp('/ping?scope=write', PORT).forStatusCode(200) : Wait.forHealthCheck();
  const container = await started(own ?? new GenericContainer(image ?? ''), image, secret, waits);
  cleanup.defer(() => container.stop());
  const digest = await digestOf(client, container);
  const url = `http://${container.getHost()}:${String(container.getMappedPort(PORT))}`;
  const running = await startBehindProxy(`container:${image ?? 'printproof'}@${digest}`, url, secret);
  cleanup.defer(async () => running[Symbol.asyncDispose]());
  return { ...running, [Symbol.asyncDispose]: () => cleanup[Symbol.asyncDispose]() };
}

async function engine(): Promise<ContainerRuntimeClient> {
  try {
    return await getContainerRuntimeClient();
  } catch (cause) {
    throw new ContainerError(
      'there is no container engine',
      cause,
      'Start Docker (or set DOCKER_HOST), or use another --backend.',
    );
  }
}

async function buildOwnImage(
  client: ContainerRuntimeClient,
  baseImage: string | undefined,
  cleanup: Cleanup,
): Promise<GenericContainer> {
  const tag = `printproof:${randomBytes(6).toString('hex')}`;
  const base = baseImage === 'local' ? await buildLocalBaseImage(client) : undefined;
  if (base !== undefined) cleanup.defer(async () => base[Symbol.asyncDispose]());
  const arg = base?.name ?? baseImage;
  try {
    const built = await GenericContainer.fromDockerfile(PROJECT)
      .withBuildArgs(arg === undefined ? {} : { BASE_IMAGE: arg })
      .build(tag, { deleteOnExit: false });
    cleanup.defer(() => client.container.dockerode.getImage(tag).remove({ force: true }));
    return built;
  } catch (cause) {
    throw new ContainerError(
      'the image could not be built from the Dockerfile',
      cause,
      'Where no image can be pulled, set PRINTPROOF_BASE_IMAGE to one that is there, or to "local".',
    );
  }
}

async function started(
  container: GenericContainer,
  image: string | undefined,
  secret: string,
  waits: WaitStrategy,
): Promise<StartedTestContainer> {
  const said: string[] = [];
  try {
    return await container
      .withLogConsumer((log) => {
        log.on('data', (line) => said.push(String(line).trimEnd()));
      })
      .withExposedPorts(PORT)
      .withEnvironment(image === undefined ? { FAUNA_ROOT_KEY: secret } : {})
      .withWaitStrategy(waits)
      .withStartupTimeout(STARTUP_TIMEOUT_MS)
      .start();
  } catch (cause) {
    throw new ContainerError(
      [`${image ?? 'the own image'} did not start`, ...said.slice(-LOG_LINES)].join('\n'),
      cause,
      'Where no image can be pulled, set TESTCONTAINERS_RYUK_DISABLED=true: its helper is an image too.',
    );
  }
}

/** The content address of the image that runs. */
async function digestOf(client: ContainerRuntimeClient, container: StartedTestContainer): Promise<string> {
  const { Image: digest } = await client.container.inspect(client.container.getById(container.getId()));
  return digest;
}

import { fileURLToPath } from 'node:url';
import { loadManifest, openSession, prepare, startProcess, type Session } from '../../src/driver/index.ts';
import { readJson, type Json } from '../../src/value/index.ts';
import { SECRET } from './server.ts';

const root = new URL('../../', import.meta.url);

/** How to open sessions with a driver of the project, set up; `undefined` where it cannot be had. */
export async function opener(name: string): Promise<(() => Promise<Session>) | undefined> {
  const driver = await loadManifest(fileURLToPath(new URL(`drivers/${name}`, root)));
  const preparation = await prepare(driver, { root: fileURLToPath(new URL('.printproof/drivers', root)) });
  if (preparation.state !== 'ready') return undefined;
  return async () => {
    const opening = await openSession(() => startProcess(preparation.start), driver.manifest);
    if (!opening.ok) throw new Error(`The ${name} shim does not start: ${opening.noise}`);
    return opening.session;
  };
}

/** Asks for the one document of the collection `bench`. */
export async function ask(session: Session, url: string): Promise<void> {
  const answer = await session.ask({ endpoint: url, secret: SECRET, query: QUERY }, { timeoutMs: 20_000 });
  if (answer.outcome !== 'value') throw new Error(`The shim's answer is ${answer.outcome}.`);
}

const QUERY = json('{"get":{"ref":{"collection":"bench"},"id":"1"}}');

function json(text: string): Json {
  const reading = readJson(text);
  if (!reading.ok) throw new Error(reading.error.excerpt);
  return reading.json;
}

import type { RunningBackend } from '../backend/backend.ts';
import type { Answer, Session } from '../driver/driver.ts';
import { fql, MissingAnswer, type Scenario, type Secret, type Seen, type Step } from '../scenario/index.ts';
import { JsonObject, readJson, type Json } from '../value/index.ts';
import { BackendFailure, mustAnswer } from './ask-backend.ts';

/** What the witnesses of one step said. */
export interface StepEvidence {
  readonly step: Step;
  readonly query: Json;
  /** Every request that reached the backend while the step was asked; one that is no JSON is `undefined`. */
  readonly requests: readonly (Json | undefined)[];
  readonly response?: { readonly status: number; readonly body: Json };
  readonly answer: Answer;
  /** The same question asked again, for scenarios that say `repeat`. */
  readonly again?: Answer;
}

/** A step that could not be asked: an earlier answer that it needs is not there. */
export interface StepNotRun {
  readonly step: Step;
  readonly reason: string;
}

export interface CaseEvidence {
  readonly steps: readonly (StepEvidence | StepNotRun)[];
  /** Every query and answer of the harness and the driver, in order, for pseudonyms. */
  readonly history: readonly (
    | { readonly kind: 'query' | 'answer'; readonly json: Json }
    | { readonly kind: 'name' | 'secret'; readonly text: string }
  )[];
  readonly seen: Seen;
}

export interface CaseSettings {
  readonly backend: RunningBackend;
  readonly session: Session;
  readonly timeoutMs: number;
  /** Name of the case's database; unique on the backend. */
  readonly database: string;
}

/**
 * Lives through a scenario with one driver, in a database of its own: makes the database and its keys, does the set-up,
 * asks the steps one after the other, and removes the database.
 * @throws BackendFailure when the set-up fails.
 */
export async function runCase(scenario: Scenario, settings: CaseSettings): Promise<CaseEvidence> {
  const { backend, database } = settings;
  const history: CaseEvidence['history'][number][] = [{ kind: 'name', text: database }];
  const answers = new Map<string, Json>();
  const seen: Seen = (step, ...path) => lookUp(answers, step, path);
  const ask = async (secret: string, query: Json): Promise<Json> => {
    history.push({ kind: 'query', json: query });
    const answer = await mustAnswer(backend.url, secret, query);
    history.push({ kind: 'answer', json: answer });
    return answer;
  };

  await mustAnswer(backend.url, backend.rootSecret, fql.CreateDatabase({ name: database }));
  try {
    const keys = await makeKeys(settings);
    for (const secret of Object.values(keys)) history.push({ kind: 'secret', text: secret });
    for (const step of scenario.setUp)
      answers.set(
        step.name,
        await ask(secretOf(step.as?.(seen) ?? { key: 'admin' }, keys), step.query(seen)),
      );

    const steps: (StepEvidence | StepNotRun)[] = [];
    for (const step of scenario.steps) {
      const evidence = await runStep(step, scenario.repeat === true, settings, keys, seen);
      steps.push(evidence);
      if (!('query' in evidence)) continue;
      history.push({ kind: 'query', json: evidence.query });
      if (evidence.response !== undefined) history.push({ kind: 'answer', json: evidence.response.body });
      const resource =
        evidence.response?.body instanceof JsonObject ? evidence.response.body.get('resource') : undefined;
      if (resource !== undefined) answers.set(step.name, resource);
    }
    return { steps, history, seen };
  } finally {
    await mustAnswer(backend.url, backend.rootSecret, fql.Delete(fql.Database(database)));
  }
}

const ROLES = ['admin', 'server', 'client'] as const;

type Keys = Readonly<Record<(typeof ROLES)[number] | 'unknown', string>>;

async function makeKeys({ backend, database }: CaseSettings): Promise<Keys> {
  // In one query: a case makes its keys anew, and a generated scenario is hundreds of cases.
  const query = ROLES.map((role) => fql.CreateKey({ role, database: fql.Database(database) }));
  const made = await mustAnswer(backend.url, backend.rootSecret, query);
  const secretFor = (role: (typeof ROLES)[number]): string => {
    const key = isList(made) ? made[ROLES.indexOf(role)] : undefined;
    const secret = key instanceof JsonObject ? key.get('secret') : undefined;
    if (typeof secret !== 'string')
      throw new BackendFailure(`The backend made a ${role} key without a secret.`);
    return secret;
  };
  return {
    admin: secretFor('admin'),
    server: secretFor('server'),
    client: secretFor('client'),
    // Well-formed, and of no key: 30 bytes that begin like a key's, with the database's name to be unique.
    unknown: Buffer.concat([
      Buffer.from([0x7e, 0x70]),
      Buffer.from(database.padEnd(28, '.')).subarray(-28),
    ]).toString('base64url'),
  };
}

function secretOf(secret: Secret, keys: Keys): string {
  return 'secret' in secret ? secret.secret : keys[secret.key];
}

async function runStep(
  step: Step,
  repeat: boolean,
  { backend, session, timeoutMs }: CaseSettings,
  keys: Keys,
  seen: Seen,
): Promise<StepEvidence | StepNotRun> {
  let query: Json;
  let secret: string;
  try {
    query = step.query(seen);
    secret = secretOf(step.as?.(seen) ?? { key: 'server' }, keys);
  } catch (cause) {
    if (cause instanceof MissingAnswer) return { step, reason: cause.message };
    throw cause;
  }
  const question = { endpoint: backend.url, secret, query };
  backend.witness.watch(secret);
  const answer = await session.ask(question, { timeoutMs });
  const exchanges = backend.witness.take(secret);
  const exchange = exchanges.at(-1);
  const again = repeat ? await session.ask(question, { timeoutMs }) : undefined;
  backend.witness.forget(secret);
  const body = exchange && readJson(exchange.response);
  return {
    step,
    query,
    answer,
    requests: exchanges.map(({ request }) => jsonOf(request)),
    ...(again === undefined ? {} : { again }),
    ...(body?.ok === true && exchange !== undefined
      ? { response: { status: exchange.status, body: body.json } }
      : {}),
  };
}

function jsonOf(text: string): Json | undefined {
  const reading = readJson(text);
  return reading.ok ? reading.json : undefined;
}

function lookUp(answers: ReadonlyMap<string, Json>, step: string, path: readonly (string | number)[]): Json {
  let here = answers.get(step);
  for (const part of path) {
    if (here instanceof JsonObject && typeof part === 'string') here = here.get(part);
    else if (isList(here) && typeof part === 'number') here = here[part];
    else here = undefined;
  }
  if (here === undefined) throw new MissingAnswer(step, path);
  return here;
}

function isList(json: Json | undefined): json is readonly Json[] {
  return Array.isArray(json);
}

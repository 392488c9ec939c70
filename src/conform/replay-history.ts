import { createHash, randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { buildRequest, withQuery, type HistoryState } from './build-request.ts';
import { compareHeaders } from './compare-headers.ts';
import { functionOf } from './function-of.ts';
import { matchText } from './match-text.ts';
import type { History, RecordedBody, RecordedExchange } from './recording.ts';
import { Renaming } from './renaming.ts';
import type { ExchangeDifference, Outcome, ReplayResult } from './result.ts';
import type { PlainRequest, PlainResponse, Sender } from './send.ts';

/** Replays one history, an exchange after the other, and judges every one of them. */
export async function* replayHistory(
  history: History,
  server: { readonly sender: Sender; readonly rootSecret: string },
): AsyncIterable<ReplayResult> {
  const renaming = new Renaming(history.era);
  for (const name of history.databaseNames) renaming.rename(name, freshName(name));
  const answers = new Map<number, string>();
  const database = renaming.rewrite(history.databaseNames[0] ?? '');
  const state: HistoryState = { renaming, rootSecret: server.rootSecret, database, answers };
  for (const exchange of history.exchanges) {
    const outcome = await replayExchange(exchange, state, server.sender, (body) =>
      answers.set(exchange.step, body),
    );
    yield {
      recording: history.recording,
      history: history.id,
      family: history.family,
      step: exchange.step,
      label: exchange.label,
      function: functionOf(exchange.request),
      outcome,
    };
  }
}

async function replayExchange(
  exchange: RecordedExchange,
  state: HistoryState,
  server: Sender,
  keep: (body: string) => void,
): Promise<Outcome> {
  const built = buildRequest(exchange, state);
  if ('impossible' in built) return judged(exchange, requestDifference(exchange, built.impossible));
  if (exchange.pauseMs > 0) await pause(exchange.pauseMs);
  try {
    const response = await server.send(built.request);
    keep(response.body);
    const difference = compare(exchange, built.request, response, state.renaming);
    if (exchange.waitFor !== undefined) await untilTrue(withQuery(built.request, exchange.waitFor), server);
    return judged(exchange, difference);
  } catch (cause) {
    return judged(exchange, connectionDifference(exchange, cause));
  }
}

function judged(exchange: RecordedExchange, difference: ExchangeDifference | undefined): Outcome {
  if (exchange.unstable !== undefined) return { kind: 'unstable', reason: exchange.unstable };
  return difference === undefined ? { kind: 'same' } : { kind: 'different', difference };
}

/** The first difference of an answer: status, then body, then headers. The body is always read, for the renaming's sake. */
function compare(
  exchange: RecordedExchange,
  request: PlainRequest,
  response: PlainResponse,
  renaming: Renaming,
): ExchangeDifference | undefined {
  const body = compareBody(exchange.body, response.body, renaming);
  if (response.status !== exchange.status)
    return {
      where: 'status',
      at: undefined,
      recorded: `${exchange.status} ${beginning(shown(exchange.body))}`,
      got: `${response.status} ${beginning(response.body)}`,
      why: undefined,
    };
  if (body !== undefined) return body;
  const header = compareHeaders(exchange.headers, response.headers, request);
  return (
    header && {
      where: 'header',
      at: header.header,
      recorded: header.recorded,
      got: header.got,
      why: undefined,
    }
  );
}

function compareBody(
  recorded: RecordedBody,
  got: string,
  renaming: Renaming,
): ExchangeDifference | undefined {
  if (recorded.kind === 'digest') {
    const sha256 = createHash('sha256').update(got).digest('hex');
    if (sha256 === recorded.sha256) return undefined;
    return {
      where: 'body',
      at: undefined,
      recorded: shown(recorded),
      got: `<${got.length} characters, sha256 ${sha256}>`,
      why: undefined,
    };
  }
  const difference = matchText(masked(recorded.text), masked(got), renaming);
  return (
    difference && {
      where: 'body',
      at: difference.recordedAt,
      recorded: around(masked(recorded.text), difference.recordedAt),
      got: around(masked(got), difference.gotAt),
      why: difference.why,
    }
  );
}

/** Volatile headers are volatile also where a trace (`X-Trace`) quotes them in the body. */
function masked(body: string): string {
  return body.includes('"trace"')
    ? body
        .replaceAll(/(x-(?:query|storage)-[\w-]+|x-[\w-]+-ops):\d+/g, '$1:…')
        .replaceAll(/Host:[^,"]*/g, 'Host:…')
    : body;
}

function shown(body: RecordedBody): string {
  return body.kind === 'text' ? body.text : `<${body.length} characters, sha256 ${body.sha256}>`;
}

function beginning(text: string): string {
  return text.length <= 300 ? text : `${text.slice(0, 300)}…`;
}

/** The text around an offset, enough to recognise the place. */
function around(text: string, at: number): string {
  const [start, end] = [Math.max(0, at - 60), at + 100];
  return `${start > 0 ? '…' : ''}${text.slice(start, at)}⟨${text.slice(at, end)}⟩${end < text.length ? '…' : ''}`;
}

function requestDifference(exchange: RecordedExchange, why: string): ExchangeDifference {
  return {
    where: 'request',
    at: undefined,
    recorded: `${exchange.status} ${beginning(shown(exchange.body))}`,
    got: '(not sent)',
    why,
  };
}

function connectionDifference(exchange: RecordedExchange, cause: unknown): ExchangeDifference {
  return {
    where: 'connection',
    at: undefined,
    recorded: `${exchange.status} ${beginning(shown(exchange.body))}`,
    got: '(no answer)',
    why: cause instanceof Error ? cause.message : String(cause),
  };
}

/** A database name nobody used before, of the same length as the recorded one. */
function freshName(recorded: string): string {
  const random =
    randomBytes(16).readBigUInt64BE().toString(36) + randomBytes(16).readBigUInt64BE().toString(36);
  return `p${random.repeat(1 + Math.ceil(recorded.length / random.length))}`.slice(
    0,
    Math.max(8, recorded.length),
  );
}

/** How long an index built in the background may take; the recorded core took seconds. */
const BUILD_TIMEOUT_MS = 60_000;
const POLL_MS = 25;

async function untilTrue(query: PlainRequest, server: Sender): Promise<void> {
  const giveUp = performance.now() + BUILD_TIMEOUT_MS;
  while (performance.now() < giveUp) {
    const { body } = await server.send(query);
    // Anything but "not yet" ends the wait: the steps that need the index will say what is wrong.
    if (body.trim() !== '{"resource":false}') return;
    await pause(POLL_MS);
  }
}

import { findNodeAtLocation, parseTree } from 'jsonc-parser';
import type {
  Header,
  RecordedExchange,
  RecordedRequest,
  SecretSource,
  TemplateRequest,
} from './recording.ts';
import type { Renaming } from './renaming.ts';
import type { PlainRequest } from './send.ts';

/** What earlier steps of the replay left behind, to build the next request from. */
export interface HistoryState {
  readonly renaming: Renaming;
  readonly rootSecret: string;
  /** The name that stands for the sequence's own database. */
  readonly database: string;
  /** Bodies answered so far, by step. */
  readonly answers: ReadonlyMap<number, string>;
}

/** The request of an exchange as it is to be sent now, or why none can be made. */
export function buildRequest(
  exchange: RecordedExchange,
  state: HistoryState,
): { readonly request: PlainRequest } | { readonly impossible: string } {
  try {
    const { request } = exchange;
    return { request: request.kind === 'recorded' ? rewritten(request, state) : filled(request, state) };
  } catch (cause) {
    if (cause instanceof MissingCapture) return { impossible: cause.message };
    throw cause;
  }
}

/** A query of the replay's own under the secret of an exchange: used to wait for an index. */
export function withQuery(request: PlainRequest, query: string): PlainRequest {
  return { ...request, method: 'POST', path: '/', body: Buffer.from(query, 'utf8') };
}

class MissingCapture extends Error {}

function rewritten(request: RecordedRequest, { renaming, rootSecret }: HistoryState): PlainRequest {
  const header = ([name, value]: Header): Header => {
    if (name.toLowerCase() === 'authorization') return [name, credential(value, renaming, rootSecret)];
    return [name, renaming.rewrite(value, { shiftTimes: true })];
  };
  return {
    method: request.method,
    path: renaming.rewrite(request.path),
    headers: request.headers.map(header),
    body: request.body === undefined ? undefined : rewrittenBody(request.body, renaming),
  };
}

/** Bodies that are no UTF-8, and long ones, hold no generated values: they are sent as they are. */
function rewrittenBody(body: Buffer, renaming: Renaming): Buffer {
  if (body.length > 1_000_000) return body;
  const text = body.toString('utf8');
  return Buffer.from(text, 'utf8').equals(body) ? Buffer.from(renaming.rewrite(text), 'utf8') : body;
}

/** An `Authorization` value with its secret replaced, inside Basic credentials too. */
function credential(value: string, renaming: Renaming, rootSecret: string): string {
  const basic = /^(Basic )([A-Za-z\d+/]+=*)$/i.exec(value);
  const replaced = (text: string): string =>
    renaming.rewrite(text.replace(/^secret(?=$|:)/, () => rootSecret));
  if (basic?.[1] !== undefined && basic[2] !== undefined) {
    const plain = Buffer.from(basic[2], 'base64').toString('utf8');
    return basic[1] + Buffer.from(replaced(plain), 'utf8').toString('base64');
  }
  const [, scheme = '', rest = value] = /^(\w+ )(.*)$/.exec(value) ?? [];
  return scheme + replaced(rest);
}

function filled(template: TemplateRequest, state: HistoryState): PlainRequest {
  const secret = secretOf(template.secret, template, state);
  // Constants of the template that look generated stand for themselves from here on.
  const text = state.renaming.rewrite(template.text);
  return {
    method: 'POST',
    path: '/',
    headers: [
      ['Host', ''],
      ...(secret === undefined ? [] : [['Authorization', `Bearer ${secret}`] as const]),
      ['X-FaunaDB-API-Version', template.apiVersion],
      ['Content-Type', 'application/json; charset=utf-8'],
    ],
    body: Buffer.from(fill(text, template, state, 'json'), 'utf8'),
  };
}

function secretOf(source: SecretSource, template: TemplateRequest, state: HistoryState): string | undefined {
  switch (source.kind) {
    case 'none':
      return undefined;
    case 'literal':
      return source.literal;
    case 'root':
      return state.rootSecret + fill(source.suffix, template, state, 'plain');
    case 'captured': {
      const secret: unknown = JSON.parse(captured(source, state));
      if (typeof secret !== 'string') throw new MissingCapture(`step ${source.step} answered no secret`);
      return secret + fill(source.suffix, template, state, 'plain');
    }
  }
}

/**
 * Fills the placeholders of a template: `"⟦j1⟧"` with its quotes by a captured JSON value, `⟦c1⟧` by a captured string
 * (escaped for JSON where it stands in JSON), `⟦db⟧` by the database's name.
 */
function fill(text: string, template: TemplateRequest, state: HistoryState, as: 'json' | 'plain'): string {
  return text.replace(/"(⟦j\d+⟧)"|⟦\w+⟧/g, (placeholder: string, value: string | undefined) => {
    if (placeholder === '⟦db⟧') return state.database;
    const name = value ?? placeholder;
    const capture = template.captures.find((candidate) => candidate.placeholder === name);
    if (capture === undefined) throw new MissingCapture(`${name} is captured nowhere`);
    const json = captured(capture, state);
    if (value !== undefined) return json;
    const string: unknown = JSON.parse(json);
    if (typeof string !== 'string')
      throw new MissingCapture(`step ${capture.step} answered no string at ${capture.path.join('.')}`);
    return as === 'json' ? JSON.stringify(string).slice(1, -1) : string;
  });
}

/** The JSON text, exactly as answered, at a path of an earlier answer. */
function captured(
  from: { readonly step: number; readonly path: readonly (string | number)[] },
  state: HistoryState,
): string {
  const answer = state.answers.get(from.step);
  const root = answer === undefined ? undefined : parseTree(answer);
  const node = root && findNodeAtLocation(root, [...from.path]);
  if (answer === undefined || node === undefined)
    throw new MissingCapture(`step ${from.step} has no ${from.path.join('.')} in its answer`);
  return answer.slice(node.offset, node.offset + node.length);
}

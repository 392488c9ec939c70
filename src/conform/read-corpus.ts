import { z } from 'zod';
import { eraFrom } from './era.ts';
import type { History, RecordedExchange, SecretSource } from './recording.ts';

const JsonPath = z.array(z.union([z.string(), z.int()]));

/** One line of a recording whose lines are steps of many independent sequences. */
export const CorpusLine = z.object({
  family: z.string(),
  seqId: z.string(),
  step: z.int(),
  db: z.string(),
  secretFrom: z.union([
    z.null(),
    z.literal('root'),
    z.object({ literal: z.string() }),
    z.object({ root: z.literal(true), suffix: z.string() }),
    z.object({ step: z.int(), path: JsonPath, suffix: z.string().optional() }),
  ]),
  captures: z.array(z.object({ placeholder: z.string(), step: z.int(), path: JsonPath })),
  requestTemplate: z.string(),
  apiVersion: z.string(),
  status: z.int(),
  responseBody: z.string(),
  responseHeaders: z.object({
    'x-txn-time': z.boolean(),
    'content-type': z.string().optional(),
    'www-authenticate': z.string().optional(),
  }),
  waitRequest: z.string().optional(),
  unstable: z.string().optional(),
});
export type CorpusLine = z.infer<typeof CorpusLine>;

/** The history that the lines of one sequence are. */
export function corpusHistory(recording: string, lines: readonly CorpusLine[]): History {
  const [first] = lines;
  const madeAt = /"ts":(\d{16})/.exec(first?.responseBody ?? '')?.[1];
  return {
    recording,
    id: first?.seqId ?? recording,
    family: first?.family ?? '',
    databaseNames: first === undefined ? [] : [first.db],
    era: eraFrom(madeAt === undefined ? '' : new Date(Number(BigInt(madeAt) / 1000n)).toISOString()),
    exchanges: lines.map(exchange),
  };
}

function exchange(line: CorpusLine): RecordedExchange {
  return {
    step: line.step,
    label: `step ${line.step}`,
    request: {
      kind: 'template',
      apiVersion: line.apiVersion,
      secret: secretSource(line.secretFrom),
      captures: line.captures,
      text: line.requestTemplate,
    },
    status: line.status,
    headers: {
      kind: 'some',
      txnTime: line.responseHeaders['x-txn-time'],
      contentType: line.responseHeaders['content-type'],
      authenticate: line.responseHeaders['www-authenticate'],
    },
    body: { kind: 'text', text: line.responseBody },
    waitFor: line.waitRequest,
    pauseMs: 0,
    unstable: line.unstable,
  };
}

function secretSource(from: CorpusLine['secretFrom']): SecretSource {
  if (from === null) return { kind: 'none' };
  if (from === 'root') return { kind: 'root', suffix: '' };
  if ('literal' in from) return { kind: 'literal', literal: from.literal };
  if ('root' in from) return { kind: 'root', suffix: from.suffix };
  return { kind: 'captured', step: from.step, path: from.path, suffix: from.suffix ?? '' };
}

import { basename } from 'node:path';
import { checkServer } from './check-server.ts';
import { readRecording } from './read-recording.ts';
import type { ConformReport, Counts, Exception, FunctionTally, Tally } from './report.ts';
import { replay, type ReplayOptions } from './replay.ts';
import type { ReplayResult } from './result.ts';

export interface ConformOptions extends Omit<ReplayOptions, 'select'> {
  /** Paths of recordings, plain or `.gz`. */
  readonly recordings: readonly string[];
  /** Only histories of these families (the corpus's letters, or scenario names). Default all. */
  readonly families?: readonly string[] | undefined;
  /** Only this history, by id. */
  readonly history?: string | undefined;
  /** Only every n-th history: an even sample. Default 1. */
  readonly every?: number | undefined;
  /** At most so many histories of a recording. */
  readonly limit?: number | undefined;
  readonly exceptions?: readonly Exception[] | undefined;
  /** Told of every result as it comes. */
  readonly onResult?: ((result: ReplayResult) => void) | undefined;
}

/**
 * Replays recordings against a server, one recording after the other, and counts what was answered the same. Throws
 * `NoServerError` if nothing answers there.
 */
export async function runConform(options: ConformOptions): Promise<ConformReport> {
  await checkServer(options.url);
  const results: ReplayResult[] = [];
  for (const path of options.recordings) {
    const recording = readRecording(path);
    const select = selection(options);
    for await (const raw of replay(recording, { ...options, select })) {
      const result = withException(raw, options.exceptions ?? []);
      options.onResult?.(result);
      results.push(result);
    }
  }
  return reportOf(options.url, results, options);
}

function selection({ families, history: id, every = 1, limit }: ConformOptions): ReplayOptions['select'] {
  let taken = 0;
  return (history, index) => {
    if (families !== undefined && !families.includes(history.family)) return false;
    if (id !== undefined && history.id !== id) return false;
    if (index % every !== 0 || taken >= (limit ?? Infinity)) return false;
    taken += 1;
    return true;
  };
}

function withException(result: ReplayResult, exceptions: readonly Exception[]): ReplayResult {
  if (result.outcome.kind !== 'different') return result;
  const exception = exceptions.find((candidate) => isOf(candidate, result));
  if (exception === undefined) return result;
  const { difference } = result.outcome;
  return { ...result, outcome: { kind: 'excepted', reason: exception.reason, difference } };
}

function isOf(exception: Exception, result: ReplayResult): boolean {
  return (
    exception.recording === result.recording &&
    exception.history === result.history &&
    exception.step === result.step
  );
}

function reportOf(url: string, results: readonly ReplayResult[], options: ConformOptions): ConformReport {
  const order = options.recordings.map((path) => basename(path).replace(/\.gz$/, ''));
  const place = (result: ReplayResult): string =>
    `${String(order.indexOf(result.recording)).padStart(4, '0')} ${result.history} ${String(result.step).padStart(8, '0')}`;
  const byRecording = grouped(results, (result) => result.recording);
  return {
    version: 1,
    url,
    total: counts(results),
    recordings: [...byRecording].map(([recording, group]): Tally => ({ recording, ...counts(group) })),
    functions: [...byRecording].flatMap(([recording, group]) => functionTallies(recording, group)),
    differences: results
      .filter(({ outcome }) => outcome.kind === 'different' || outcome.kind === 'excepted')
      .toSorted((left, right) => (place(left) < place(right) ? -1 : 1)),
    staleExceptions: (options.exceptions ?? []).filter((exception) =>
      results.some((result) => isOf(exception, result) && result.outcome.kind === 'same'),
    ),
  };
}

function functionTallies(recording: string, results: readonly ReplayResult[]): FunctionTally[] {
  const groups = [...grouped(results, (result) => result.function)];
  return groups
    .map(([name, group]) => ({ recording, function: name, ...counts(group) }))
    .toSorted((left, right) => (left.function < right.function ? -1 : 1));
}

/** `Map.groupBy`, which Node 20 has not. */
function grouped(
  results: readonly ReplayResult[],
  key: (result: ReplayResult) => string,
): Map<string, ReplayResult[]> {
  const groups = new Map<string, ReplayResult[]>();
  for (const result of results) {
    const group = groups.get(key(result));
    if (group === undefined) groups.set(key(result), [result]);
    else group.push(result);
  }
  return groups;
}

function counts(results: readonly ReplayResult[]): Counts {
  const of = (kind: ReplayResult['outcome']['kind']): number =>
    results.filter(({ outcome }) => outcome.kind === kind).length;
  return {
    exchanges: results.length,
    same: of('same'),
    different: of('different'),
    excepted: of('excepted'),
    unstable: of('unstable'),
  };
}

import { printedErrorFinding } from '../expect/errors.ts';
import type { Finding } from '../expect/finding.ts';
import { tokenFindings } from '../expect/token.ts';
import {
  decodedFinding,
  modelFinding,
  printedFinding,
  requestFinding,
  stabilityFinding,
} from '../expect/witnesses.ts';
import type { Answer } from '../driver/driver.ts';
import { UnprintableValue, type Format, type Reading } from '../format/format.ts';
import { MissingAnswer, type Scenario, type Seen } from '../scenario/index.ts';
import { describeTextError, fromWire, JsonObject, type Value } from '../value/index.ts';
import type { Verdict } from '../verdict/verdict.ts';
import type { StepEvidence, StepNotRun } from './case.ts';
import { databaseError } from './database-error.ts';
import { answerExpectations, EXPECTATIONS, expectationsOf } from './plan.ts';

/** What came of one expectation of a step. */
export interface Judgement {
  readonly verdict: Verdict;
  readonly finding?: Finding;
}

const PASS: Judgement = { verdict: 'pass' };

/** Judges every expectation of a step but the agreement with other drivers, which needs their evidence too. */
export function judgeStep(
  scenario: Scenario,
  evidence: StepEvidence | StepNotRun,
  format: Format,
  seen: Seen,
): ReadonlyMap<string, Judgement> {
  const names = expectationsOf(scenario, evidence.step).filter((name) => name !== EXPECTATIONS.agreement);
  if ('reason' in evidence) return everywhere(names, notRun(evidence.reason, 'scenario'));
  const broken = breakdown(evidence.answer);
  if (broken !== undefined) return everywhere(names, broken);
  const judge =
    evidence.step.answer.kind === 'error' ? errorJudge(evidence, format) : valueJudge(evidence, format, seen);
  return new Map(names.map((name) => [name, guarded(name, judge)]));
}

/** Something that nobody thought of costs the check that came upon it, never the run. */
function guarded(name: string, judge: Judge): Judgement {
  try {
    return judge(name) ?? notRun('nothing judges it', 'environment');
  } catch (cause) {
    if (cause instanceof MissingAnswer) return notRun(cause.message, 'scenario');
    const detail = cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
    return fail({ move: 'our parser', shape: 'printproof itself failed', detail });
  }
}

/** The printed text of an answer: UTF-8 without the line feed that the print statement adds. */
export function printedText(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('utf8')
    .replace(/\r?\n$/, '');
}

/** What the print of an answer says; `undefined` when there is none or it cannot be read. */
export function readingOf(evidence: StepEvidence, format: Format): Value | undefined {
  const reading = readPrint(evidence, format);
  if (reading?.ok !== true) return undefined;
  const { readings } = reading;
  return readings.length === 1 ? readings[0] : { kind: 'oneOf', options: readings };
}

/**
 * Parses the print of an answer. A text that can be read in more ways than the parser lists is also what the model prints
 * for the answered value, where it prints just that text.
 */
function readPrint(evidence: StepEvidence, format: Format): Reading | undefined {
  const { answer } = evidence;
  if (answer.outcome !== 'value') return undefined;
  // Addresses say nothing, and would make a reading another one in every run.
  const text = format.steady(printedText(answer.prints[0]));
  const reading = format.parse(text);
  const answered = answeredValue(evidence);
  const more = reading.ok ? !reading.complete : reading.gaveUp === true;
  if (!more || answered === undefined) return reading;
  const expected = modelText(answered, format);
  return typeof expected === 'string' && format.mask(expected) === format.mask(text)
    ? {
        ok: true,
        complete: false,
        readings: [format.project(answered), ...(reading.ok ? reading.readings : [])],
      }
    : reading;
}

/** The value that the database answered; `undefined` when it answered none. */
export function answeredValue(evidence: StepEvidence): Value | undefined {
  const body = evidence.response?.body;
  const resource = body instanceof JsonObject ? body.get('resource') : undefined;
  return resource === undefined ? undefined : fromWire(resource);
}

export function notRun(reason: string, move: Finding['move']): Judgement {
  return { verdict: 'not run', finding: { move, shape: 'not run', detail: reason } };
}

type Judge = (expectation: string) => Judgement | undefined;

function valueJudge(evidence: StepEvidence, format: Format, seen: Seen): Judge {
  const { answer, step } = evidence;
  const answered = answeredValue(evidence);
  const properties = step.answer.kind === 'value' ? step.answer.properties : [];
  const names = answerExpectations(step.answer);
  const reading = readPrint(evidence, format);

  return (expectation) => {
    const property = properties[names.indexOf(expectation)];
    if (property !== undefined) {
      if (answered === undefined) return fail(backendAnswered(evidence));
      const violation = property.violation(answered, seen);
      return verdictOf(violation === undefined ? undefined : backendFinding(violation));
    }
    switch (expectation) {
      case EXPECTATIONS.request:
        return verdictOf(requestFinding(evidence.query, evidence.requests));
      case EXPECTATIONS.token:
        return answered === undefined
          ? fail(backendAnswered(evidence))
          : verdictOf(tokenFinding(answered, evidence, format));
      case EXPECTATIONS.decoded:
        return decoded(answer, answered, evidence);
      case EXPECTATIONS.printed:
        return printed(answer, reading, format);
      case EXPECTATIONS.model:
        return answered === undefined ? nothingAnswered() : model(answer, answered, format);
      case EXPECTATIONS.stable:
        return stable(answer);
      case EXPECTATIONS.equal:
        return equal(answer, evidence.again, format);
      default:
        return undefined;
    }
  };
}

function errorJudge(evidence: StepEvidence, format: Format): Judge {
  const { answer, step, response } = evidence;
  const [answerName] = answerExpectations(step.answer);
  const error = response && databaseError(response.status, response.body);
  return (expectation) => {
    switch (expectation) {
      case EXPECTATIONS.request:
        return verdictOf(requestFinding(evidence.query, evidence.requests));
      case answerName:
        return verdictOf(wrongError(evidence));
      case EXPECTATIONS.raised:
        return verdictOf(
          answer.outcome === 'error'
            ? undefined
            : { move: 'decoder', shape: 'no error was raised', detail: 'The driver returned a value.' },
        );
      case EXPECTATIONS.printedError: {
        if (answer.outcome !== 'error' || error === undefined)
          return notRun('no error was answered and raised', 'nobody');
        const reading = format.parseError(printedText(answer.prints[0]));
        return reading.ok
          ? verdictOf(printedErrorFinding(format.projectError(error), reading.error))
          : unreadable(reading.error);
      }
      case EXPECTATIONS.stable:
        return stable(answer);
      default:
        return undefined;
    }
  };
}

/** The invariants of a token hold for what was answered, for what the driver made of it, and for what its print says. */
function tokenFinding(answered: Value, evidence: StepEvidence, format: Format): Finding | undefined {
  const { answer } = evidence;
  const [wrong] = tokenFindings(answered);
  if (wrong !== undefined) return wrong;
  if (answer.outcome !== 'value') return undefined;
  const reading = readingOf(evidence, format);
  const readings = reading?.kind === 'oneOf' ? reading.options : reading === undefined ? [] : [reading];
  const wrongPrints = readings.map((one) => tokenFindings(one, { move: 'printer' }));
  return (
    tokenFindings(answer.decoded, { move: 'decoder' })[0] ??
    (wrongPrints.every(([first]) => first) ? wrongPrints[0]?.[0] : undefined)
  );
}

function decoded(answer: Answer, answered: Value | undefined, evidence: StepEvidence): Judgement {
  if (answered === undefined) return fail(backendAnswered(evidence));
  if (answer.outcome === 'error')
    return fail({
      move: 'decoder',
      shape: `raised ${answer.raised.type}`,
      detail: `Decoding raised ${answer.raised.type}: ${answer.raised.message}`,
    });
  if (answer.outcome !== 'value' && answer.outcome !== 'unprintable') return nothingAnswered();
  return verdictOf(decodedFinding(answered, answer.decoded));
}

function printed(answer: Answer, reading: Reading | undefined, format: Format): Judgement {
  if (answer.outcome === 'unprintable')
    return fail({
      move: 'printer',
      shape: `printing raised ${answer.raised.type}`,
      detail: `Printing raised ${answer.raised.type}: ${answer.raised.message}`,
    });
  if (answer.outcome !== 'value' || reading === undefined)
    return notRun('the driver returned no value', 'nobody');
  if (!reading.ok) return unreadable(reading.error);
  // Any text may be a raw top-level string; that it is one must not hide that it reads as nothing else.
  if (reading.onlyAsString !== undefined && answer.decoded.kind !== 'string')
    return unreadable(reading.onlyAsString);
  return verdictOf(printedFinding(format.project(answer.decoded), reading.readings));
}

/** The model speaks of decoding and printing together, so it may say that either of them fails. */
function model(answer: Answer, answered: Value, format: Format): Judgement {
  const expected = modelText(answered, format);
  const raisedAt =
    answer.outcome === 'error' ? 'decode' : answer.outcome === 'unprintable' ? 'print' : undefined;
  if (typeof expected !== 'string') {
    if (raisedAt === expected.where) return PASS;
    return fail({
      move: 'our parser',
      shape: `the model says that the driver cannot ${expected.where} it`,
      detail: expected.message,
    });
  }
  if (answer.outcome !== 'value')
    return fail({
      move: 'our parser',
      shape: 'the model says that the driver prints it',
      detail: `The driver raised; the model writes ${JSON.stringify(expected)}.`,
    });
  return verdictOf(modelFinding(format.mask(expected), format.mask(printedText(answer.prints[0]))));
}

function modelText(answered: Value, format: Format): string | UnprintableValue {
  try {
    return format.print(answered);
  } catch (cause) {
    if (cause instanceof UnprintableValue) return cause;
    throw cause;
  }
}

function stable(answer: Answer): Judgement {
  if (answer.outcome !== 'value' && answer.outcome !== 'error')
    return notRun('nothing was printed', 'nobody');
  return verdictOf(stabilityFinding(...answer.prints));
}

function equal(answer: Answer, again: Answer | undefined, format: Format): Judgement {
  if (again === undefined || answer.outcome !== 'value') return notRun('nothing was printed', 'nobody');
  const broken = breakdown(again);
  if (broken !== undefined) return broken;
  if (again.outcome !== 'value')
    return fail({
      move: 'decoder',
      shape: 'asked again it raised',
      detail: 'The same question raised the second time.',
    });
  const [first, second] = [printedText(answer.prints[0]), printedText(again.prints[0])];
  if (first === second) return PASS;
  const masked = format.mask(first);
  return masked === format.mask(second)
    ? fail({
        move: 'printer',
        shape: `two equal values, two texts: ${format.free.join(', ')}`,
        detail: `Two prints of ${masked} differ in ${format.free.join(', ')}.`,
      })
    : fail({ move: 'printer', shape: 'two equal values, two texts', detail: `${first} and ${second}` });
}

function wrongError(evidence: StepEvidence): Finding | undefined {
  const { step, response } = evidence;
  if (step.answer.kind !== 'error') return undefined;
  const { status, code, description, position } = step.answer;
  if (response === undefined) return backendAnswered(evidence);
  if (response.status !== status) return backendFinding(`has status ${response.status}`);
  const [error] = databaseError(response.status, response.body)?.errors ?? [];
  if (error === undefined) return backendFinding('has no errors');
  if (error.code !== code) return backendFinding(`has code ${error.code}`);
  if (description !== undefined && error.description !== description)
    return backendFinding(`has description ${error.description}`);
  return position === undefined || JSON.stringify(error.position ?? []) === JSON.stringify(position)
    ? undefined
    : backendFinding(`has position ${JSON.stringify(error.position ?? [])}`);
}

function backendAnswered({ response, requests, answer }: StepEvidence): Finding {
  if (requests.length === 0) {
    const raised =
      answer.outcome === 'error' ? ` The driver raised ${answer.raised.type}: ${answer.raised.message}` : '';
    return {
      move: 'query builder',
      shape: 'nothing was sent',
      detail: `No request reached the backend.${raised}`,
    };
  }
  const [error] = response === undefined ? [] : (databaseError(response.status, response.body)?.errors ?? []);
  return backendFinding(
    response === undefined
      ? 'was not seen'
      : `is ${response.status} ${error?.code ?? ''}: ${error?.description ?? ''}`,
  );
}

function backendFinding(violation: string): Finding {
  return { move: 'backend', shape: `the answer ${violation}`, detail: `The database's answer ${violation}.` };
}

/** The verdict that a failed process, protocol or clock gives to every expectation of the step. */
export function breakdown(answer: Answer): Judgement | undefined {
  switch (answer.outcome) {
    case 'value':
    case 'error':
    case 'unprintable':
      return undefined;
    case 'unsupported':
      return judged('unsupported', 'query builder', `cannot build ${answer.what}`);
    case 'crashed':
      return judged(
        'crashed',
        'shim',
        `${answer.exit}\n${lastLines(answer.stderr)}`.trim(),
        'the shim crashed',
      );
    case 'timed out':
      return judged('timed out', 'shim', `no answer after ${answer.afterMs} ms`);
    case 'protocol error':
      return judged('protocol error', 'shim', answer.problem);
    case 'not run':
      return judged('not run', answer.stopped === true ? 'environment' : 'shim', answer.reason);
  }
}

/** Lines of standard error that a finding quotes, for each expectation of each step that fell; all of it is kept as noise. */
const QUOTED_LINES = 12;
const QUOTED_COLUMNS = 200;

function lastLines(stderr: string): string {
  const lines = stderr.trimEnd().split('\n').slice(-QUOTED_LINES);
  return lines
    .map((line) => (line.length > QUOTED_COLUMNS ? `${line.slice(0, QUOTED_COLUMNS)}…` : line))
    .join('\n');
}

function judged(verdict: Verdict, move: Finding['move'], detail: string, shape = detail): Judgement {
  return { verdict, finding: { move, shape, detail } };
}

function everywhere(names: readonly string[], judgement: Judgement): ReadonlyMap<string, Judgement> {
  return new Map(names.map((name) => [name, judgement]));
}

function nothingAnswered(): Judgement {
  return notRun('the database answered no value', 'nobody');
}

function unreadable(error: Parameters<typeof describeTextError>[0]): Judgement {
  return {
    verdict: 'unreadable print',
    finding: { move: 'our parser', shape: `expected ${error.expected}`, detail: describeTextError(error) },
  };
}

function verdictOf(finding: Finding | undefined): Judgement {
  return finding === undefined ? PASS : fail(finding);
}

function fail(finding: Finding): Judgement {
  return { verdict: 'fail', finding };
}

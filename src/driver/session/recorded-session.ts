import { writeJson } from '../../value/index.ts';
import type { Answer, Hello, Question, Session } from '../driver.ts';
import { sessionOf } from './session-of.ts';

/** One question and the answer that it got. */
export interface Exchange {
  readonly question: Question;
  readonly answer: Answer;
}

/**
 * Replays recorded answers. A question is recognised by its query and secret (the endpoint's port differs from run to
 * run); the same question asked again gets the next recorded answer to it. One that has none left was `not run`.
 */
export function recordedSession(hello: Hello, exchanges: readonly Exchange[]): Session {
  const answers = new Map<string, Answer[]>();
  for (const { question, answer } of exchanges) {
    const known = answers.get(keyOf(question));
    if (known === undefined) answers.set(keyOf(question), [answer]);
    else known.push(answer);
  }
  return sessionOf(hello, (question) => {
    const answer = answers.get(keyOf(question))?.shift();
    return (
      answer ?? {
        outcome: 'not run',
        reason: `the recording has no (further) answer to ${writeJson(question.query).slice(0, 200)}`,
      }
    );
  });
}

/** Passes everything through to a session and notes each exchange in `into`, in the order of the answers. */
export function recording(session: Session, into: Exchange[]): Session {
  return {
    get hello() {
      return session.hello;
    },
    get noise() {
      return session.noise;
    },
    get breaches() {
      return session.breaches;
    },
    async ask(question, limits) {
      const answer = await session.ask(question, limits);
      into.push({ question, answer });
      return answer;
    },
    stop: () => session.stop(),
    [Symbol.asyncDispose]: () => session.stop(),
  };
}

function keyOf({ query, secret }: Question): string {
  return `${secret}\n${writeJson(query)}`;
}

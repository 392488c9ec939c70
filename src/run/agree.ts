import { agreementFinding } from '../expect/witnesses.ts';
import { firstDifference, type Value } from '../value/index.ts';
import { notRun, type Judgement } from './judge.ts';

/** What a driver's print said at a step, and what the database had answered it, both pseudonymised. */
export interface Said {
  readonly driver: string;
  readonly reading: Value | undefined;
  readonly answered: Value | undefined;
  /** Every query of the case up to here, pseudonymised, as one text; absent when it sent something else for one. */
  readonly asked: string | undefined;
}

/**
 * Judges for every driver whether its print agrees with every other driver's. A disagreement is charged to the side whose
 * print contradicts what the database answered; to both when neither does, or both do. Drivers that asked the same
 * queries all along must have been answered alike: else there would be nothing to agree about, and nobody would notice.
 */
export function judgeAgreement(said: readonly Said[]): ReadonlyMap<string, Judgement> {
  const speaking = said.filter((one): one is Said & { reading: Value } => one.reading !== undefined);
  return new Map(said.map((one) => [one.driver, judgeOne(one, speaking)]));
}

function judgeOne(mine: Said, speaking: readonly (Said & { reading: Value })[]): Judgement {
  const { reading, driver } = mine;
  if (reading === undefined) return notRun('there is no print to compare', 'nobody');
  const elsewhere = speaking.find(
    (other) => mine.asked !== undefined && other.asked === mine.asked && !sameAnswer(mine, other),
  );
  if (elsewhere !== undefined)
    return {
      verdict: 'fail',
      finding: {
        move: 'backend',
        shape: 'the same queries, another answer',
        detail: `The database answered ${elsewhere.driver} something else, which had asked the same queries.`,
      },
    };
  const others = speaking.filter((other) => other.driver !== driver && sameAnswer(mine, other));
  if (others.length === 0) return notRun('no other driver printed the same answer', 'nobody');
  for (const other of others) {
    const finding = agreementFinding(reading, other.reading, other.driver);
    if (finding !== undefined && (contradicts(mine) || !contradicts(other)))
      return { verdict: 'fail', finding };
  }
  return { verdict: 'pass' };
}

/** Drivers that were answered differently have nothing to agree about; that they were is the backend's or a builder's. */
function sameAnswer(mine: Said, other: Said): boolean {
  if (mine.answered === undefined || other.answered === undefined) return false;
  return firstDifference(mine.answered, other.answered) === undefined;
}

function contradicts({ reading, answered }: Said): boolean {
  return reading !== undefined && answered !== undefined && firstDifference(answered, reading) !== undefined;
}

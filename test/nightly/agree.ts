import * as fc from 'fast-check';
import { expect } from 'vitest';
import type { Format } from '../../src/format/format.ts';
import { UnprintableValue, type DatabaseError, type PrintedError } from '../../src/format/index.ts';
import { inspect } from '../../src/format/js/layout/inspect.ts';
import type { Profile } from '../../src/format/js/layout/profile.ts';
import { describeTextError, show, writeJson, type Value } from '../../src/value/index.ts';
import { giants, trees } from '../format/js/layout/trees.ts';
import { written } from '../format/laws.ts';
import type { Case } from './cases.ts';
import type { LiveDriver } from './live-driver.ts';
import type { OldNode, Outcome } from './old-node.ts';
import { sameText } from './same-text.ts';

const WRAPPING = 'Error [ERR_INTERNAL_ASSERTION]: ';

const asked = fc.oneof(
  { weight: 8, arbitrary: trees(5) },
  { weight: 2, arbitrary: trees(2) },
  { weight: 1, arbitrary: giants },
);

/** Arbitrary trees are laid out as a profile says; fails with the smallest one that is not, and how to find it again. */
export async function treesAgree(node: OldNode, profile: Profile, numRuns: number): Promise<void> {
  await fc.assert(
    fc.asyncProperty(asked, fc.constantFrom(0, 1, 2, 3, null), async (tree, depth) => {
      const [real = ''] = await node.textsOf([tree], depth);
      const modelled = inspect(tree, profile, { depth: depth ?? Number.POSITIVE_INFINITY });
      sameText(real, modelled, 'util.inspect');
    }),
    { numRuns },
  );
}

/** A driver on a Node.js, and what it is held against. */
export interface Pair {
  readonly driver: LiveDriver;
  readonly format: Format;
  /** The text that this release has where the one that is modelled has another. */
  readonly asPrinted: (text: string) => string;
  /** What this release says in a printed error; absent: what the format projects. */
  readonly asRaised?: (error: PrintedError) => PrintedError;
}

/** A driver prints a value as the format does, byte for byte, or fails where it does and in its words. */
export async function printsAlike(pair: Pair, { wire, value }: Case): Promise<string | undefined> {
  const real = await pair.driver.outcomeOf(wire);
  const modelled = modelledOutcome(pair, value);
  sameText(textOf(anyWords(real, modelled)), textOf(modelled), writeJson(wire));
  return 'printed' in real ? real.printed : undefined;
}

/** What was printed reads as what is projected; nothing is projected of a text that only other releases of the id have. */
export function readsAsProjected(
  { format, asPrinted }: Omit<Pair, 'driver'>,
  printed: string,
  value: Value,
): void {
  if (asPrinted(format.print(value)) !== format.print(value)) return;
  const reading = format.parse(printed);
  if (!reading.ok && reading.gaveUp === true) return;
  if (!reading.ok) throw new Error(describeTextError(reading.error));
  const projected = format.project(value);
  if (reading.readings.some((one) => written(one) === written(projected))) return;
  expect(reading.readings.map(show)).toContain(show(projected));
}

/** A printed error reads as what is projected of the answer, whatever frames, headers and times stand in it. */
export async function errorReadsAsProjected(pair: Pair, error: DatabaseError): Promise<void> {
  const { driver, format, asRaised = (projected) => projected } = pair;
  const real = await driver.outcomeOfError(error);
  if (!('printed' in real)) throw new Error(`the driver ${textOf(real)} of ${JSON.stringify(error)}`);
  const reading = format.parseError(real.printed);
  if (!reading.ok) throw new Error(`${describeTextError(reading.error)} in ${real.printed}`);
  expect(reading.error, real.printed).toStrictEqual(asRaised(format.projectError(error)));
}

function textOf(outcome: Outcome): string {
  return 'printed' in outcome ? outcome.printed : `fails to ${outcome.fails}: ${outcome.message}`;
}

function modelledOutcome({ format, asPrinted }: Pair, value: Value): Outcome {
  try {
    return { printed: asPrinted(format.print(value)) };
  } catch (cause) {
    if (!(cause instanceof UnprintableValue)) throw cause;
    return { fails: cause.where, message: cause.message };
  }
}

/**
 * Words that hang on what else was run: Node.js 4 and 6 name what is no function only the first times that a line of code
 * fails, and 14 to 18 make the whole stack of what failed inside of a container the message of another error, once for each
 * container around it (`handleMaxCallStackSize` in lib/internal/util/inspect.js).
 */
function anyWords(real: Outcome, modelled: Outcome): Outcome {
  if (!('fails' in real && 'fails' in modelled)) return real;
  const { message } = modelled;
  const isNameless =
    real.message === 'TypeError: undefined is not a function' && message.endsWith(' is not a function');
  return isNameless || isWrapped(real.message, message) ? { ...real, message } : real;
}

function isWrapped(real: string, message: string): boolean {
  let rest = real.slice('Error: '.length);
  while (rest.startsWith(WRAPPING)) rest = rest.slice(WRAPPING.length);
  return real.startsWith('Error: ') && rest.startsWith(`${message}\n    at `);
}

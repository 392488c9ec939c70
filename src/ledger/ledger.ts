/**
 * The loss ledger: for a print format and every kind of value, what its text keeps of the value. A format comes in; its cells
 * go out, one for each kind by itself and inside a container, each computed from what the format prints, projects and reads
 * for the kind's values, and each with the smallest values that show it. Nothing here is written down by hand.
 */
import type { Format } from '../format/index.ts';
import type { Cell } from './cell.ts';
import { cellOf } from './compute-cell.ts';
import { kinds as allKinds } from './kinds.ts';
import type { Kind } from './kind.ts';
import { specimensOf, textsOf } from './specimens.ts';

export interface Ledger {
  /** Id of the format. */
  readonly format: string;
  readonly cells: readonly Cell[];
}

export interface LedgerSettings {
  /** Arbitrary values of each kind, beside the directed ones. */
  readonly runs?: number;
  readonly seed?: number;
  /** The rows; default: all. */
  readonly kinds?: readonly Kind[];
}

/** Enough that a cell of today's formats does not change with the seed; a format then takes some tenths of a second. */
const RUNS = 25;
const SEED = 20_211_015;

/** Computes the ledger of a format. The same settings give the same ledger. */
export function ledgerOf(format: Format, settings: LedgerSettings = {}): Ledger {
  const { runs = RUNS, seed = SEED, kinds = allKinds } = settings;
  const specimens = kinds.flatMap((kind) => specimensOf(kind, format, { runs, seed }));
  const texts = textsOf(specimens);
  const cells = kinds.flatMap((kind) =>
    (['top', 'inside'] as const).flatMap((position) => {
      const own = specimens.filter((one) => one.kind === kind && one.position === position);
      return own.length === 0 ? [] : [cellOf(format, kind, position, own, texts)];
    }),
  );
  return { format: format.id, cells };
}

import { type Format, UnprintableValue } from '../../../src/format/index.ts';
import type { AmbiguousPair, Cell } from '../../../src/ledger/cell.ts';
import { inWordsOf } from '../../../src/ledger/in-generation.ts';
import { wire, type Kind } from '../../../src/ledger/kind.ts';
import { kinds } from '../../../src/ledger/kinds.ts';
import { ledgerOf } from '../../../src/ledger/ledger.ts';
import { firstDifference, show, type Value } from '../../../src/value/index.ts';
import type { Claim, Column } from './claims.ts';

/** Arbitrary values beside the directed ones: the ledger's own tests try more. */
const RUNS = 10;

/** One point on which a table and the ledger do not say the same. */
export interface Disagreement {
  readonly format: string;
  readonly kind: string;
  /** `claim …`: the ledger does not bear it out; otherwise a loss, failure or pair that no claim explains. */
  readonly point: string;
  /** For a reader: the value or pair. */
  readonly shown: string;
}

/**
 * Compares a column with the ledger both ways: every claim must hold of the model, and every loss, failure and pair of the
 * ledger must be of a sort that the values of some claim show. A cell without claims, "L", explains nothing.
 */
export function compare(column: Column, format: Format): readonly Disagreement[] {
  const { cells } = column.isWhole === true ? ledgerOf(format, { runs: RUNS }) : { cells: [] };
  return Object.entries(column.cells).flatMap(([name, claims]) => {
    const kind = kinds.find((one) => one.name === name);
    if (kind === undefined) throw new Error(`there is no kind ${name}`);
    const at = (point: string, shown: string): Disagreement => ({
      format: format.id,
      kind: name,
      point,
      shown,
    });
    const explained = new Set(claims.flatMap((claim) => pointsOf(claim, kind, format)));
    const bare = claims.some((claim) => 'apartFrom' in claim) ? 'everywhere' : column.bareStrings;
    const own = cells.filter((cell) => cell.kind === name).flatMap((cell) => findings(cell, bare));
    const unexplained = new Map(
      own.filter(({ point }) => !explained.has(point)).map((one) => [one.point, one.shown]),
    );
    return [
      ...claims.filter((claim) => !holds(claim, format)).map((claim) => at(`claim ${claimText(claim)}`, '')),
      ...[...unexplained].map(([point, shown]) => at(point, shown)),
    ];
  });
}

/** Whether a claim is so in the model. */
function holds(claim: Claim, format: Format): boolean {
  if ('pair' in claim) {
    const [left, right] = claim.pair.map((text) => valueOf(text, format));
    return (
      left !== undefined &&
      right !== undefined &&
      firstDifference(left, right) !== undefined &&
      textOf(format, left).text === textOf(format, right).text
    );
  }
  if ('apartFrom' in claim) return true;
  if ('fails' in claim) return textOf(format, valueOf(claim.fails, format)).failure === claim.where;
  const value = valueOf(claim.lossy, format);
  if (value === undefined) return false;
  const kind = { name: 'claim', about: '', directed: [value] };
  const [cell] = ledgerOf(format, { runs: 0, kinds: [kind] }).cells;
  return cell?.fate === 'degraded' || cell?.fate === 'lost';
}

/** The points that the values of a claim show, and so explain wherever they come up. */
function pointsOf(claim: Claim, kind: Kind, format: Format): readonly string[] {
  if ('apartFrom' in claim) return [];
  const texts = 'pair' in claim ? claim.pair : 'fails' in claim ? [claim.fails] : [claim.lossy];
  const { arbitrary: _none, ...row } = kind;
  const { cells } = ledgerOf(format, { runs: 0, kinds: [{ ...row, directed: wire(...texts) }] });
  return cells.flatMap((cell) => findings(cell, undefined)).map(({ point }) => point);
}

function findings(
  cell: Cell,
  bare: Column['bareStrings'],
): readonly { readonly point: string; readonly shown: string }[] {
  return [
    ...cell.losses
      .filter(({ what }) => !(bare === 'everywhere' && what.endsWith(' or string')))
      .map(({ what, value }) => ({ point: `loss: ${what}`, shown: show(value) })),
    ...cell.failures.map(({ where, value }) => ({ point: `failure: ${where}`, shown: show(value) })),
    ...cell.pairs
      .filter((one) => !(bare === 'top' && cell.position === 'top' && isLikeString(one)))
      .filter((one) => !(bare === 'everywhere' && isByStrings(one)))
      .map(({ shape, left, right }) => ({
        point: `pair: ${shape.replace(/^one text: /, '')}`,
        shown: `${show(left)} and ${show(right)}`,
      })),
  ];
}

/** Where strings by themselves print bare, every text is a string's. */
function isLikeString({ left, right, text }: AmbiguousPair): boolean {
  return [left, right].some((value) => value.kind === 'string' && value.value === text);
}

/** Whether a pair comes of a string, or of a key, that holds what is structure in the other value. */
function isByStrings({ left, right }: AmbiguousPair): boolean {
  return stringsOf(left).join('\0') !== stringsOf(right).join('\0');
}

function stringsOf(value: Value): readonly string[] {
  if (value.kind === 'string') return [value.value];
  if (value.kind === 'array') return value.items.flatMap(stringsOf);
  if (value.kind !== 'object' && value.kind !== 'set') return [];
  return value.entries.flatMap(([key, inner]) => [key, ...stringsOf(inner)]).sort();
}

function textOf(
  format: Format,
  value: Value | undefined,
): { readonly text?: string; readonly failure?: string } {
  if (value === undefined) return { failure: 'not a value of this generation' };
  try {
    return { text: format.mask(format.print(value)) };
  } catch (cause) {
    if (!(cause instanceof UnprintableValue)) throw cause;
    return { failure: cause.where };
  }
}

function valueOf(text: string, format: Format): Value | undefined {
  const [value] = wire(text);
  return value && inWordsOf(value, format.about.generation);
}

function claimText(claim: Claim): string {
  const short = (text: string): string => (text.length > 100 ? `${text.slice(0, 100)}…` : text);
  if ('pair' in claim) return `pair ${claim.pair.map(short).join(' and ')}`;
  if ('apartFrom' in claim) return 'apart from strings';
  return 'fails' in claim ? `cannot ${claim.where} ${short(claim.fails)}` : `lossy ${short(claim.lossy)}`;
}

import { textLines } from '../report/terminal/lines.ts';
import { paintWith, type Paint } from '../report/terminal/paint.ts';
import type { FormatProof, KindVerdict, Proof } from './proof.ts';
import { driverLines, driverText } from './render-driver.ts';
import { isLikeString, pairText, replayLines } from './render-pair.ts';

/** A proof for people at a terminal. */
export function renderProof(proof: Proof, { colour }: { readonly colour: boolean }): string {
  const paint = paintWith(colour);
  const blocks = proof.formats.map((one) => formatLines(one, paint).join('\n'));
  const stale = proof.stale.flatMap(({ id, problem }) =>
    textLines(`Known instability ${id} did not show: ${problem}.`, paint.red),
  );
  return `${[...blocks, [...stale, ...total(proof, paint)].join('\n')].join('\n\n')}\n`;
}

function formatLines({ format, driver, kinds }: FormatProof, paint: Paint): readonly string[] {
  const isOf = (wanted: KindVerdict['verdict']): readonly KindVerdict[] =>
    kinds.filter(({ verdict }) => verdict === wanted);
  const ambiguous = isOf('ambiguous');
  const like = ambiguous.filter(({ pairs }) => pairs.some(isLikeString));
  return [
    ...textLines(`${format}: ${driverText(driver)}`),
    ...listLines('Never decoded or printed', isOf('undefined')),
    ...listLines('No two values with one text found', isOf('injective')),
    ...(ambiguous.length === 0 ? [] : ['  Two values, one text:']),
    ...likeStringLines(like),
    ...ambiguous.flatMap((one) => ambiguityLines(one, paint)),
    ...(driver === undefined ? [] : driverLines(driver, kinds, paint)),
  ];
}

/** Kinds with how many values were tried; one that is so everywhere once. */
function listLines(head: string, verdicts: readonly KindVerdict[]): readonly string[] {
  if (verdicts.length === 0) return [];
  const kinds = [...new Set(verdicts.map(({ kind }) => kind))].map((kind) => {
    const own = verdicts.filter((one) => one.kind === kind);
    const where = own.length === 2 ? '' : `${placeText(own[0]?.position)} `;
    return `${kind} ${where}(${own.reduce((sum, { searched }) => sum + searched, 0)})`;
  });
  return textLines(`${head}: ${kinds.join(', ')}`, undefined, '  ');
}

function likeStringLines(verdicts: readonly KindVerdict[]): readonly string[] {
  const [first] = verdicts;
  const pair = first?.pairs.find(isLikeString);
  if (pair === undefined) return [];
  const kinds = new Set(verdicts.map(({ kind }) => kind)).size;
  return textLines(
    `a value by itself and its text as a string, in ${kinds} kinds: ${pairText(pair)}`,
    undefined,
    '    ',
  );
}

function ambiguityLines({ kind, position, pairs }: KindVerdict, paint: Paint): readonly string[] {
  const [first, ...others] = pairs.filter((pair) => !isLikeString(pair));
  const failed = pairs.flatMap((pair) => replayLines(pair, paint));
  if (first === undefined) return failed;
  const more = others.length === 0 ? '' : `; ${others.length} more ${others.length === 1 ? 'way' : 'ways'}`;
  return [
    ...textLines(`${kind} ${placeText(position)}: ${pairText(first)}${more}`, undefined, '    '),
    ...failed,
  ];
}

function total({ formats, seed, runs, unexpected }: Proof, paint: Paint): readonly string[] {
  const pairs = formats.flatMap(({ kinds }) => kinds.flatMap((one) => one.pairs));
  const proven = pairs.filter(({ replay }) => replay.kind === 'one text').length;
  return textLines(
    `${pairs.length} pairs, ${proven} of them printed alike by a real driver; seed ${seed}, ${runs} arbitrary values of each kind; ${unexpected} unexpected.`,
    unexpected === 0 ? undefined : paint.red,
  );
}

function placeText(position: KindVerdict['position'] | undefined): string {
  return position === 'top' ? 'by itself' : 'inside';
}

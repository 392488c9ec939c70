import { textLines } from '../report/terminal/lines.ts';
import type { Paint } from '../report/terminal/paint.ts';
import type { DriverProof, KindVerdict, Stability } from './proof.ts';
import { short } from './render-pair.ts';

/** Who prints so: a clause for the head of a format. */
export function driverText(driver: DriverProof | undefined): string {
  if (driver === undefined) return 'what its model says; no driver of the project prints so';
  const { title, version, state } = driver;
  switch (state.kind) {
    case 'ran':
      return `${title} ${version} on ${state.runtime}`;
    case 'unavailable':
      return `what its model says; ${title} cannot run here: ${state.missing}. ${state.get}`;
    case 'broken':
      return `what its model says; ${title} is broken: ${state.problem}`;
    case 'not asked':
      return `what its model says; ${title} was not asked`;
  }
}

/** What the driver showed: pairs, values held against the model, and its stability. */
export function driverLines(
  driver: DriverProof,
  kinds: readonly KindVerdict[],
  paint: Paint,
): readonly string[] {
  if (driver.state.kind !== 'ran') return [];
  const replays = kinds.flatMap(({ pairs }) => pairs).map(({ replay }) => replay.kind);
  const proven = replays.filter((kind) => kind === 'one text').length;
  const agreeing = driver.held - driver.disagreements.length;
  return [
    ...textLines(
      `Replayed: the driver prints ${proven} of ${replays.length} pairs as one text, and ${agreeing} of ${driver.held} values as the model says.`,
      undefined,
      '  ',
    ),
    ...driver.disagreements.flatMap(({ value, model, driver: real }) =>
      textLines(
        `✗ ${short(value.shown)}: the model says ${short(model)}, the driver ${short(real)}`,
        paint.red,
        '    ',
      ),
    ),
    ...stabilityLines(driver.stability, paint),
  ];
}

function stabilityLines(stability: readonly Stability[], paint: Paint): readonly string[] {
  const stable = stability.filter(({ verdict }) => verdict === 'stable').map(({ condition }) => condition);
  return [
    ...(stable.length === 0 ? [] : textLines(`One value, one text: ${stable.join(', ')}`, undefined, '  ')),
    ...butFor(stability),
    ...stability.flatMap((one) => unstableLines(one, paint)),
  ];
}

/** What differs freely differs under most conditions: told once. */
function butFor(stability: readonly Stability[]): readonly string[] {
  const free = stability.filter(({ verdict }) => verdict === 'but for');
  const [first] = free;
  if (first === undefined) return [];
  const conditions = free.map(({ condition }) => condition).join(', ');
  return textLines(
    `One value, two texts, that differ in ${first.detail ?? ''}: ${conditions}${exampleText(first)}`,
    undefined,
    '  ',
  );
}

function unstableLines(one: Stability, paint: Paint): readonly string[] {
  if (one.verdict === 'broken') return textLines(`✗ ${one.condition}: ${one.detail ?? ''}`, paint.red, '  ');
  if (one.verdict !== 'two texts') return [];
  const known = one.known === undefined ? '✗ ' : '';
  const why = one.known === undefined ? '' : ` (known: ${one.known})`;
  const colour = one.known === undefined ? paint.red : paint.known;
  return textLines(`${known}One value, two texts, ${one.condition}${why}${exampleText(one)}`, colour, '  ');
}

function exampleText({ example }: Stability): string {
  return example === undefined
    ? ''
    : `: ${short(example.value.shown)} prints ${example.texts.map(short).join(' and ')}`;
}

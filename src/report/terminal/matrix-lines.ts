import stringWidth from 'string-width';
import type { RunRecord } from '../../verdict/record.ts';
import type { Result } from '../../verdict/verdict.ts';
import { groupBy } from '../group-by.ts';
import { COLUMNS, fitted, padded } from './lines.ts';
import type { Paint } from './paint.ts';

/** Columns that the names of scenarios get at most, and two blanks before each driver. */
const NAMES = 26;
const GAP = 2;

interface Column {
  readonly heading: string;
  readonly cells: readonly Cell[];
  readonly width: number;
}

interface Cell {
  readonly text: string;
  readonly paint: keyof Paint;
}

/** Scenarios by drivers. Drivers that do not fit beside each other go into a second table below. */
export function matrixLines(record: RunRecord, paint: Paint): string[] {
  const results = groupBy(record.results, ({ check }) => JSON.stringify([check.scenario, check.driver]));
  const scenarios = [...new Set(record.results.map(({ check }) => check.scenario))];
  const names = scenarios.map((name) => fitted(name, NAMES));
  const first = Math.max('scenario'.length, ...names.map((name) => stringWidth(name)));
  const columns = record.drivers.map(({ name }): Column => {
    const cells = scenarios.map((scenario) => cellOf(results.get(JSON.stringify([scenario, name])) ?? []));
    const widest = Math.max(...cells.map(({ text }) => stringWidth(text)), 0);
    const heading = fitted(name, Math.max(widest, COLUMNS - first - GAP));
    return { heading, cells, width: Math.max(widest, stringWidth(heading)) + GAP };
  });
  return blocks(columns, COLUMNS - first).flatMap((block, index) => [
    ...(index === 0 ? [] : ['']),
    padded('scenario', first, 'end') +
      block.map(({ heading, width }) => padded(heading, width, 'start')).join(''),
    ...names.map((name, row) =>
      [
        padded(name, first, 'end'),
        ...block.map(({ cells, width }) => {
          const { text, paint: colour } = cells[row] ?? EMPTY;
          return padded('', width - stringWidth(text), 'end') + paint[colour](text);
        }),
      ].join(''),
    ),
  ]);
}

const EMPTY: Cell = { text: '', paint: 'plain' };

/** `38` passed; `36 k2` two of them known divergences; `35 ✗3` red; `–` not there. */
function cellOf(results: readonly Result[]): Cell {
  const count = (is: (result: Result) => boolean): number => results.filter(is).length;
  if (results.length === 0) return EMPTY;
  if (results.every(({ verdict }) => verdict === 'unavailable')) return { text: '–', paint: 'soft' };
  const passed = count(({ verdict }) => verdict === 'pass');
  const known = count((result) => result.known !== undefined);
  const red = count(({ expected }) => !expected);
  const text = `${passed}${known === 0 ? '' : ` k${known}`}${red === 0 ? '' : ` ✗${red}`}`;
  return { text, paint: red > 0 ? 'red' : known > 0 ? 'known' : 'plain' };
}

function blocks(columns: readonly Column[], room: number): Column[][] {
  const all: Column[][] = [];
  let left = 0;
  for (const column of columns) {
    if (all.length === 0 || column.width > left) {
      all.push([]);
      left = room;
    }
    all.at(-1)?.push(column);
    left -= column.width;
  }
  return all;
}

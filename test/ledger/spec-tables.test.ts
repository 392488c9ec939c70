/**
 * The tables of section 13 of the specification, cell by cell against the ledger, both ways: what the tables claim must be so,
 * and what the ledger finds must be claimed. Where they differ, `spec/disagreements.ts` says what the real driver does.
 */
import { describe, expect, it } from 'vitest';
import { formatOf, type Format } from '../../src/format/index.ts';
import { wire } from '../../src/ledger/kind.ts';
import { build, firstDifference, inGeneration } from '../../src/value/index.ts';
import { compare } from './spec/compare.ts';
import { knownDisagreements, ONE_VALUE } from './spec/disagreements.ts';
import { merged } from './spec/merged.ts';
import { keptDatabases, table132, table133, table135, table17 } from './spec/older-tables.ts';
import { table131 } from './spec/table-13-1.ts';

const columns = merged([...table131, ...table132, ...table133, ...table135, ...table17]);
describe('the tables and the ledger', () => {
  it.for(columns)('$format', (column, { skip }) => {
    const { format: id } = column;
    const format = formatOf(id);
    if (format === undefined) return skip(`there is no format ${id}`);
    const known = knownDisagreements.filter(({ formats }) => formats.includes(id));
    const found = compare(column, format).map(({ kind, point }) => ({ kind, point }));
    const isKnown = ({ kind, point }: { kind: string; point: string }): boolean =>
      known.some((one) => one.kind === kind && one.points.some((start) => point.startsWith(start)));
    expect(found.filter((one) => !isKnown(one))).toEqual([]);
    const stale = known.flatMap(({ kind, points }) =>
      points
        .filter((start) => !found.some((one) => one.kind === kind && one.point.startsWith(start)))
        .map((point) => ({ kind, point })),
    );
    expect(stale, 'disagreements that are none any more').toEqual([]);
  });

  it('disagree about formats that there are', () => {
    const ids = new Set(columns.map(({ format }) => format));
    expect(knownDisagreements.flatMap(({ formats }) => formats).filter((id) => !ids.has(id))).toEqual([]);
  });

  it('take a term and an expression of a set for one value', () => {
    const [term, expression] = wire(...ONE_VALUE);
    if (term === undefined || expression === undefined) throw new Error('two values were given');
    expect(firstDifference(term, expression)).toBeUndefined();
  });
});

describe('section 13.3: databases that are kept', () => {
  const rows = keptDatabases.flatMap(([formats, values]) => formats.map((id) => ({ id, values })));

  it.for(rows)('$id', ({ id, values }, { skip }) => {
    const format = formatOf(id);
    if (format === undefined) return skip(`there is no format ${id}`);
    for (const value of values) {
      const others = [value, value.replace('db1', 'db2'), value.replace(/,"database":.*?\}\}\}\}/, '')];
      const texts = wire(...others).map((one) => format.print(inGeneration(one, format.about.generation)));
      expect(new Set(texts).size, texts.join('\n')).toBe(3);
    }
  });
});

describe('a format that lies', () => {
  const honest = formatOf('py/2.7');
  if (honest === undefined) throw new Error('there is no py/2.7');
  const python = columns.find(({ format }) => format === 'py/2.7');
  if (python === undefined) throw new Error('no table speaks of py/2.7');

  it.each<[string, Partial<Format>, string]>([
    [
      'forgets dates in its projection',
      {
        project: (value) =>
          JSON.stringify(value, plain).includes('"date"') ? build.unsaid('forgotten') : honest.project(value),
      },
      'loss: forgotten',
    ],
    [
      'writes True for False',
      { print: (value) => honest.print(value).replace('False', 'True') },
      'pair: value: boolean ≠ boolean',
    ],
    [
      'tells tagged values apart that the driver does not',
      { print: (value) => honest.print(value) + (JSON.stringify(value, plain).includes('@date') ? ' ' : '') },
      'claim pair',
    ],
  ])('and %s is found', (_what, lie, point) => {
    const found = compare(python, { ...honest, ...lie });
    expect(found.map((one) => one.point)).toContainEqual(expect.stringContaining(point));
  });

  function plain(_key: string, value: unknown): unknown {
    return typeof value === 'bigint' ? value.toString() : value;
  }
});

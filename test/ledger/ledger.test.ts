import { describe, expect, it } from 'vitest';
import { formatOf, formats, UnprintableValue, type Format } from '../../src/format/index.ts';
import type { Cell } from '../../src/ledger/cell.ts';
import { kinds } from '../../src/ledger/kinds.ts';
import { ledgerOf } from '../../src/ledger/ledger.ts';
import { build, firstDifference, show, type Value } from '../../src/value/index.ts';

function needed(id: string): Format {
  const format = formatOf(id);
  if (format === undefined) throw new Error(`there is no ${id}`);
  return format;
}

/** The wire itself: its print loses nothing, so whatever a liar loses is found. */
const honest = needed('http/2.7');

/** The cells of some kinds, as `kind position`. */
function cellsOf(format: Format, names: readonly string[]): ReadonlyMap<string, Cell> {
  const { cells } = ledgerOf(format, { runs: 10, kinds: kinds.filter(({ name }) => names.includes(name)) });
  return new Map(cells.map((cell) => [`${cell.kind} ${cell.position}`, cell]));
}

describe.each(formats)('the ledger of $id', (format) => {
  const { cells } = ledgerOf(format, { runs: 5 });

  it('has a cell for every kind that its generation knows, by itself and inside', () => {
    const told = new Set(cells.map(({ kind }) => kind));
    const untold = kinds.filter(({ name }) => !told.has(name)).map(({ name }) => name);
    expect(
      untold.filter((name) => !(format.about.generation === 'paths' && name.includes('database'))),
    ).toEqual([]);
    for (const { kind } of cells.filter(({ position }) => position === 'inside'))
      expect(cells.filter((cell) => cell.kind === kind)).toHaveLength(2);
  });

  it.each(cells)('says of $kind $position only what its witnesses show', (cell) => {
    const { counts, tried, fate, kept, losses, failures, pairs } = cell;
    expect(counts.kept + counts.degraded + counts.lost + counts.undefined).toBe(tried);
    expect(tried).toBeGreaterThan(0);
    expect(fate === 'kept').toBe(losses.length + failures.length + pairs.length === 0);
    expect(kept === undefined).toBe(counts.kept === 0);
    for (const { value, text, projection } of [...losses, ...(kept === undefined ? [] : [kept])]) {
      expect(format.mask(format.print(value))).toBe(text);
      expect(format.project(value)).toEqual(projection);
    }
    for (const { value, where } of failures) {
      let failed: string | undefined;
      try {
        format.print(value);
      } catch (cause) {
        if (!(cause instanceof UnprintableValue)) throw cause;
        failed = cause.where;
      }
      expect(failed).toBe(where);
    }
    for (const { left, right, text } of pairs) {
      expect(firstDifference(left, right)).toBeDefined();
      expect([left, right].map((value) => format.mask(format.print(value)))).toEqual([text, text]);
    }
  });
});

describe('ledgerOf', () => {
  it('keeps everything of the wire', () => {
    expect(ledgerOf(honest).cells.filter(({ fate }) => fate !== 'kept')).toEqual([]);
  });

  it('is the same every time', () => {
    const format = needed('java/2.7');
    expect(ledgerOf(format, { runs: 5 })).toEqual(ledgerOf(format, { runs: 5 }));
  });

  it.each(['js/4.3', 'py/2.7', 'java/2.7'])('gives %s the same fates whatever the seed', (id) => {
    const fates = (seed: number): readonly string[] =>
      ledgerOf(needed(id), { seed }).cells.map(({ kind, position, fate }) => `${kind} ${position} ${fate}`);
    expect(fates(1)).toEqual(fates(2));
  });

  it('speaks in the words of the generation', () => {
    const seen: Value[] = [];
    const paths = needed('http/1');
    const old: Format = {
      ...paths,
      print: (value) => {
        seen.push(value);
        return paths.print(value);
      },
    };
    const cells = cellsOf(old, ['named ref', 'named ref in a database']);
    expect([...cells.keys()]).toEqual(['named ref top', 'named ref inside']);
    expect(seen).toContainEqual(build.ref('a', build.ref('classes')));
    const today = seen.map(show).filter((text) => text.startsWith('ref collections'));
    expect(today).toEqual([]);
  });
});

describe('a format that lies', () => {
  /** Prints another value in place of those that are to be forgotten. */
  const printing = (replace: (value: Value) => Value): Format => ({
    ...honest,
    print: (value) => honest.print(everywhere(value, replace)),
    parse: (text) => honest.parse(text),
  });

  it.each<[string, Format, string, Cell['fate'], string]>([
    [
      'prints every double as the long',
      printing((value) =>
        value.kind === 'double' && Number.isSafeInteger(value.value) ? build.long(value.value) : value,
      ),
      'double',
      'degraded',
      'one text: kind: double ≠ long',
    ],
    [
      'forgets the sign of zero',
      printing((value) => (value.kind === 'double' && value.value === 0 ? build.double(0) : value)),
      'negative zero',
      'degraded',
      'one text: value: double ≠ double',
    ],
    [
      'prints every date as one',
      printing((value) => (value.kind === 'date' ? build.date('2000-01-01') : value)),
      'date',
      'degraded',
      'one text: value: date ≠ date',
    ],
    [
      'drops the third item',
      printing((value) => (value.kind === 'array' ? build.arr(value.items.slice(0, 2)) : value)),
      'array',
      'degraded',
      'one text: length: array ≠ array',
    ],
    [
      'drops the database of refs',
      printing((value) => (value.kind === 'ref' ? withoutDatabase(value) : value)),
      'named ref in a database',
      'degraded',
      'one text: value: ref ≠ ref',
    ],
  ])('and %s is found by its prints', (_what, liar, kind, fate, shape) => {
    const inside = cellsOf(liar, [kind, 'double', 'document ref']).get(`${kind} inside`);
    expect(inside?.fate).toBe(fate);
    expect(inside?.pairs.map((pair) => pair.shape)).toContain(shape);
  });

  it('and says nothing of queries is found by its projection', () => {
    const liar: Format = {
      ...honest,
      project: (value) => everywhere(value, (one) => (one.kind === 'query' ? build.unsaid('not told') : one)),
    };
    const cell = cellsOf(liar, ['query']).get('query inside');
    expect(cell).toMatchObject({ fate: 'lost', counts: { lost: cell?.tried } });
    expect(cell?.losses.map(({ what }) => what)).toEqual(['not told']);
  });

  it('and knows sets only by the name of a class is found to lose them', () => {
    const liar: Format = {
      ...honest,
      print: (value) =>
        honest.print(
          everywhere(value, (one) => (one.kind === 'set' ? build.str('SetRefV(Dictionary)') : one)),
        ),
      project: (value) =>
        everywhere(value, (one) =>
          one.kind === 'set' ? build.opaque('set', 'liar', 'SetRefV(Dictionary)') : one,
        ),
    };
    expect(cellsOf(liar, ['set']).get('set top')?.fate).toBe('lost');
  });

  it('and cannot print strings says so of strings', () => {
    const liar: Format = {
      ...honest,
      print: (value) => {
        everywhere(value, (one) => {
          if (one.kind === 'string') throw new UnprintableValue('print', 'no strings today');
          return one;
        });
        return honest.print(value);
      },
    };
    const cells = cellsOf(liar, ['string', 'long']);
    expect(cells.get('string top')).toMatchObject({
      fate: 'undefined',
      failures: [{ where: 'print', message: 'no strings today' }],
    });
    expect(cells.get('long top')?.fate).toBe('kept');
  });
});

function withoutDatabase({ id, collection }: Extract<Value, { kind: 'ref' }>): Value {
  return build.ref(id, collection);
}

/** Another value in place of each part of a value, innermost first. */
function everywhere(value: Value, replace: (value: Value) => Value): Value {
  if (value.kind === 'array') return replace(build.arr(value.items.map((item) => everywhere(item, replace))));
  if (value.kind === 'object')
    return replace(
      build.obj(value.entries.map(([key, inner]) => [key, everywhere(inner, replace)] as const)),
    );
  return replace(value);
}

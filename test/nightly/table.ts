import type { DriverRelease } from './releases.ts';
import type { NodeRelease } from './fetch-node.ts';

/** What became of a driver on a Node.js. */
export type Result = 'equal' | 'differs' | Unavailable;

interface Unavailable {
  readonly unavailable: string;
}

/** Results, one line a release of the driver and one column a Node.js; then why what is unavailable is so. */
export class Table {
  readonly #nodes: readonly NodeRelease[];
  readonly #rows = new Map<string, Map<string, Result>>();

  constructor(nodes: readonly NodeRelease[]) {
    this.#nodes = nodes;
  }

  add(row: string, node: NodeRelease, result: Result): void {
    const cells = this.#rows.get(row) ?? new Map<string, Result>();
    cells.set(node.version, result);
    this.#rows.set(row, cells);
  }

  text(): string {
    const widest = Math.max(...[...this.#rows.keys()].map(({ length }) => length));
    const line = (title: string, cells: readonly string[]): string =>
      `${title.padEnd(widest)}${cells.map((cell) => cell.padStart(9)).join('')}`.trimEnd();
    const rows = [...this.#rows].map(([title, cells]) =>
      line(
        title,
        this.#nodes.map(({ version }) => signOf(cells.get(version))),
      ),
    );
    return [
      line(
        '',
        this.#nodes.map(({ version }) => version),
      ),
      ...rows,
      '',
      '✓ equal · ✗ differs · – unavailable, as said below',
      ...this.#reasons(),
    ].join('\n');
  }

  /** Reasons, each once, with the pairs that it stands for. */
  #reasons(): readonly string[] {
    const pairs = new Map<string, Map<string, string[]>>();
    for (const [row, cells] of this.#rows)
      for (const [node, result] of cells) {
        if (typeof result === 'string') continue;
        const ofReason = pairs.get(result.unavailable) ?? new Map<string, string[]>();
        ofReason.set(node, [...(ofReason.get(node) ?? []), row]);
        pairs.set(result.unavailable, ofReason);
      }
    return [...pairs].flatMap(([reason, nodes]) => [
      `– ${reason}`,
      ...[...nodes].map(([node, rows]) => `    Node.js ${node}: ${rows.join(', ')}`),
    ]);
  }
}

/** The line of a release of the driver. */
export function rowOf({ version, traits }: DriverRelease): string {
  return `faunadb ${version} (${traits.id})`;
}

function signOf(result: Result | undefined): string {
  if (result === undefined) return '';
  if (typeof result !== 'string') return '–';
  return result === 'equal' ? '✓' : '✗';
}

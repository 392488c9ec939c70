import * as fc from 'fast-check';
import type { Json } from '../../format/js/layout/json.ts';
import { treeJson } from '../../format/js/layout/tree-json.ts';
import { giants, trees } from '../../format/js/layout/trees.ts';
import { inspect } from '../../../src/format/js/layout/inspect.ts';
import { isRunning, startNode, type Program } from '../old-node.ts';
import { SEED } from './seed.ts';

const TREES = 200;
const GIANTS = 6;
/** Longer ones fill the file and hold nothing that shorter ones do not. */
const LONGEST = 1000;

/** Trees with what `util.inspect` prints for them, by layout. */
export async function recordTrees(programs: ReadonlyMap<string, Program>): Promise<readonly Json[]> {
  const some = fc.oneof(trees(5), trees(3), trees(2));
  const small = fc
    .sample(fc.tuple(some, fc.constantFrom(0, 1, 2, 2, 3, null)), { seed: SEED, numRuns: TREES })
    .filter(
      ([tree, depth]) => inspect(tree, 'n16', { depth: depth ?? Number.POSITIVE_INFINITY }).length <= LONGEST,
    );
  const large = fc.sample(giants, { seed: SEED, numRuns: GIANTS }).map((tree) => [tree, 2] as const);
  const asked = [...small, ...large];
  const printed = asked.map((): Record<string, Json> => ({}));
  for (const [profile, program] of programs) {
    const started = await startNode(program);
    if (!isRunning(started)) throw new Error(started.unavailable);
    await using node = started;
    for (const [index, [tree, depth]] of asked.entries()) {
      const [text = ''] = await node.textsOf([tree], depth);
      Object.assign(printed[index] ?? {}, { [profile]: text });
    }
  }
  return asked.map(([tree, depth], index) => ({
    tree: treeJson(tree),
    depth,
    printed: printed[index] ?? {},
  }));
}

/** The JavaScript value that a tree (`treeJson`) describes. */
export function valueOf(tree: unknown): unknown;
/** `util.inspect` to a depth (`null`: to any), or what `console.log` writes where there is none. */
export function textOf(value: unknown, depth?: number | null): string;

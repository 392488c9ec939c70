/**
 * Where in a query something is: a path from its root, kept as a chain upwards so that a node costs one small object.
 * Expressions carry the position that they were parsed at; the body of a stored lambda is rooted at the lambda.
 */
export class Position {
  readonly parent: Position | undefined;
  readonly step: string | number;
  constructor(parent: Position | undefined, step: string | number) {
    this.parent = parent;
    this.step = step;
  }

  at(step: string | number): Position {
    return new Position(this, step);
  }

  /** The steps from the root; the root itself has none. */
  path(): readonly (string | number)[] {
    return this.parent === undefined ? [] : [...this.parent.path(), this.step];
  }
}

export const ROOT = new Position(undefined, '');

import type { Data } from '../data/data.ts';

/** The variables that are visible somewhere: a chain, innermost first. Immutable, so that lambdas can keep it. */
export class Scope {
  readonly name: string;
  readonly value: Data;
  readonly outer: Scope | undefined;
  constructor(name: string, value: Data, outer: Scope | undefined) {
    this.name = name;
    this.value = value;
    this.outer = outer;
  }
}

/** The value of a variable; the parser has seen to it that there is one. */
export function lookUp(scope: Scope | undefined, name: string): Data {
  for (let frame = scope; frame !== undefined; frame = frame.outer)
    if (frame.name === name) return frame.value;
  throw new Error(`the variable '${name}' has no value: the parser let it pass`);
}

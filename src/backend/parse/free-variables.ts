import { hashOrder } from './hash-order.ts';
import { invalidExpression } from './parse-error.ts';
import type { Position } from '../data/position.ts';
import type { QueryError } from '../eval/failure.ts';

/** The variables that a part of a query uses and does not bind, with the places of their use. */
export class FreeVariables {
  readonly #places = new Map<string, Position[]>();

  get isEmpty(): boolean {
    return this.#places.size === 0;
  }

  add(name: string, position: Position): void {
    const places = this.#places.get(name);
    if (places === undefined) this.#places.set(name, [position]);
    else places.push(position);
  }

  /** Takes over what an inner part uses, but for what is bound around it. */
  merge(inner: FreeVariables, bound: ReadonlySet<string>): void {
    for (const [name, places] of inner.#places)
      if (!bound.has(name)) for (const place of places) this.add(name, place);
  }

  /** The names in the core's own order, which shows in rendered lambdas and in errors. */
  get names(): readonly string[] {
    return hashOrder([...this.#places.keys()]);
  }

  /** One error for each use of a variable that nothing binds. */
  errors(): readonly QueryError[] {
    return this.names.flatMap((name) =>
      (this.#places.get(name) ?? []).flatMap(
        (place) => invalidExpression(place, `Variable '${name}' is not defined.`).errors,
      ),
    );
  }
}

/** From 2.14.2 on the driver takes any object with a true `_isFaunaExpr` for one of its expressions, a user's too. */
export function isMarked(value: unknown): value is object {
  return typeof value === 'object' && value !== null && Boolean(Reflect.get(value, '_isFaunaExpr'));
}

/** What such an object stands for; anything else stands for itself. */
export function raw(value: unknown): unknown {
  return isMarked(value) ? Reflect.get(value, 'raw') : value;
}

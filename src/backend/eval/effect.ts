/** What an expression may do to the database. */
export const PURE = 0;
export const READ = 1;
export const WRITE = 2;
export type Effect = typeof PURE | typeof READ | typeof WRITE;

/** The most that is allowed somewhere, and where that is, as error texts say it: `in get requests`. */
export interface EffectLimit {
  readonly effect: Effect;
  readonly where: string;
}

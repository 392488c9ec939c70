/**
 * Thrown where the core itself fails: the query is answered with 500 and this text (appendix A lists the reachable
 * ones). `problem` is a Java class and a message, without the support line.
 */
export class Crash extends Error {
  override readonly name = 'Crash';
  readonly problem: string;
  constructor(problem: string) {
    super(problem);
    this.problem = problem;
  }
}

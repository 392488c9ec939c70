/** The query's time was over before it had its value: whoever asked is told so, and what it wrote is taken back. */
export class Late extends Error {
  override readonly name = 'Late';
}

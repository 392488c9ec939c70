/** Does something `count` times, at most `width` at once, and gives the milliseconds that it took. */
export async function timed(
  count: number,
  width: number,
  work: (index: number) => Promise<unknown>,
): Promise<number> {
  const start = performance.now();
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: width }, worker));
  return performance.now() - start;
}

/** Does something over and over for some milliseconds, at most `width` at once, and gives how often a second. */
export async function perSecond(ms: number, width: number, work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  let done = 0;
  const worker = async (): Promise<void> => {
    while (performance.now() - start < ms) {
      await work();
      done++;
    }
  };
  await Promise.all(Array.from({ length: width }, worker));
  return (done * 1000) / (performance.now() - start);
}

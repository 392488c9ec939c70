/**
 * Measures two things in turns, A B A B …, and gives the median of each: what else the machine does meanwhile falls on both.
 * One round before the first is thrown away.
 */
export async function interleaved(
  rounds: number,
  a: () => Promise<number>,
  b: () => Promise<number>,
): Promise<readonly [number, number]> {
  const measured: [number[], number[]] = [[], []];
  await a();
  await b();
  for (let round = 0; round < rounds; round++) {
    measured[0].push(await a());
    measured[1].push(await b());
  }
  return [median(measured[0]), median(measured[1])];
}

/** The middle one of some figures. */
export function median(figures: readonly number[]): number {
  const sorted = [...figures].sort((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Notes how long the stages of a run take. */
export interface Stopwatch {
  readonly startedAt: Date;
  readonly stages: readonly { readonly name: string; readonly durationMs: number }[];
  /** Waits for the work of a stage and notes its time. */
  time<Result>(name: string, work: Promise<Result>): Promise<Result>;
}

export function stopwatch(): Stopwatch {
  const stages: { name: string; durationMs: number }[] = [];
  return {
    startedAt: new Date(),
    stages,
    time: async (name, work) => {
      const start = performance.now();
      const result = await work;
      stages.push({ name, durationMs: Math.round(performance.now() - start) });
      return result;
    },
  };
}

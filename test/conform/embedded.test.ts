import { describe, expect, it } from 'vitest';
import { startEmbedded } from '../../src/backend/index.ts';
import { ownExceptions, ownRecordings } from '../../src/conform/fixtures.ts';
import { renderConformTable } from '../../src/conform/render-table.ts';
import { runConform } from '../../src/conform/run-conform.ts';

/** Of the random histories; the hand-made ones are replayed whole. CI replays all of them. */
const EVERY = 20;

describe('the embedded backend', () => {
  it('answers a sample of what the real core answered, byte for byte', async () => {
    await using backend = await startEmbedded();
    const report = await runConform({
      url: backend.url,
      secret: backend.rootSecret,
      recordings: await ownRecordings(),
      every: EVERY,
      exceptions: await ownExceptions(),
    });
    expect(report.total.different, renderConformTable(report, { differences: 5 })).toBe(0);
    expect(report.total.same).toBeGreaterThan(2000);
    expect(report.staleExceptions).toEqual([]);
  });
});

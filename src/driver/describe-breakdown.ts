import type { Breakdown } from './driver.ts';

/** A breakdown in one line for a person, without the evidence (standard error) that goes with it. */
export function describeBreakdown(breakdown: Breakdown): string {
  switch (breakdown.outcome) {
    case 'crashed': {
      const others = breakdown.alongside;
      const company =
        others === 0 ? '' : `, with ${others} other question${others === 1 ? '' : 's'} in flight`;
      return `the shim ended (${breakdown.exit})${company}`;
    }
    case 'timed out':
      return `the shim said nothing for ${breakdown.afterMs} ms`;
    case 'protocol error':
      return breakdown.problem;
    case 'not run':
      return breakdown.reason;
  }
}

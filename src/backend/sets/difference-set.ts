import type { Context } from '../eval/context.ts';
import { MembershipSet } from './membership-set.ts';
import type { EventSet } from './event-set.ts';

/** The elements of the first of some sets that none of the others has. */
export class DifferenceSet extends MembershipSet {
  isPresent(memberships: ReadonlySet<number>): boolean {
    return memberships.size === 1 && memberships.has(0);
  }

  forRead(context: Context): EventSet | undefined {
    const [first, ...others] = this.sets;
    const readable = first?.forRead(context);
    if (readable === undefined) return undefined;
    return new DifferenceSet([readable, ...others.flatMap((set) => set.forRead(context) ?? [])]);
  }
}

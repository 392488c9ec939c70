/** What `p` writes for a value of the gem `fauna` 2.0.0 to 3.0.0, and what stands inside a hash. Spec section 11. */
import type { Format } from '../format.ts';
import { putsFormat } from './puts/puts-format.ts';
import { rubyFormat, type RubyParts } from './ruby-format.ts';
import type { RubyTraits } from './traits.ts';

const FIRST: RubyTraits = { generation: 'paths', ref: 'path', bytes: false, query: false, newHash: false };
const LAST: RubyTraits = { generation: 'classes', ref: 'members', bytes: true, query: true, newHash: false };
const LAST_ABOUT = {
  releases: [{ from: '3.0.0', since: '2018-03-20', to: '3.0.0', until: '2018-03-20' }],
  change: 'Refs have members, @id and @class_, no longer a path (lib/fauna/objects.rb).',
} as const;

/** Oldest first. */
const IDS: readonly RubyParts[] = [
  {
    id: 'rb/2.0',
    about: {
      releases: [{ from: '2.0.0', since: '2016-02-16', to: '2.2.0', until: '2016-12-02' }],
      evidence: 'derived',
    },
    traits: FIRST,
  },
  {
    id: 'rb/2.3',
    about: {
      releases: [{ from: '2.3.0', since: '2017-03-08', to: '2.3.0', until: '2017-03-08' }],
      change: 'Bytes are decoded (lib/fauna/json.rb).',
      evidence: 'derived',
    },
    traits: { ...FIRST, bytes: true },
  },
  {
    id: 'rb/2.4',
    about: {
      releases: [{ from: '2.4.0', since: '2017-09-12', to: '2.4.0', until: '2017-09-12' }],
      change: 'Queries are decoded (lib/fauna/json.rb).',
      evidence: 'derived',
    },
    traits: { ...FIRST, bytes: true, query: true },
  },
  { id: 'rb/3.0', about: { ...LAST_ABOUT, evidence: 'ran' }, traits: LAST },
];

/** Formats of the driver, oldest first. */
export const rbFormats: readonly Format[] = IDS.map(rubyFormat);

/** The same on other runtimes, and by the other print statement. */
export const rbVariants: readonly Format[] = [
  rubyFormat({
    id: 'rb/3.0+ruby3.4',
    variantOf: 'rb/3.0',
    about: { ...LAST_ABOUT, runtime: 'Ruby 3.4 and later', evidence: 'derived' },
    traits: { ...LAST, newHash: true },
  }),
  // The classes of each tag ran on Ruby 3.1.2.
  ...IDS.map((parts) =>
    putsFormat({ base: rubyFormat(parts), about: { evidence: 'ran' }, traits: parts.traits }),
  ),
];

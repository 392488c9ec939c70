/**
 * What `print` writes for a value of the package `FaunaDB` 0.1.0 to 2.0.0: the `description` of `Sources/FaunaDB/Value.swift`,
 * doubles as Swift 4.2 and later write them. Spec section 12. Derived: the driver cannot be run here.
 */
import type { DirectFormat } from '../shared/direct/ways.ts';
import { swiftFormat } from './swift-format.ts';
import type { SwiftTraits } from './traits.ts';

const FIRST: SwiftTraits = { generation: 'paths', ref: 'path', bytes: false, query: false };

/** Formats of the driver, oldest first. */
export const swiftFormats: readonly DirectFormat[] = [
  swiftFormat({
    id: 'swift/0.1',
    about: { releases: [{ from: '0.1.0', since: '2016-12-22', to: '0.1.0', until: '2016-12-22' }] },
    traits: FIRST,
  }),
  swiftFormat({
    id: 'swift/0.1.1',
    about: {
      releases: [{ from: '0.1.1', since: '2017-02-27', to: '1.0.0', until: '2017-03-13' }],
      change: 'Bytes are decoded and print as Base64 in quotes (JSON.swift, Value.swift).',
    },
    traits: { ...FIRST, bytes: true },
  }),
  swiftFormat({
    id: 'swift/2.0',
    about: {
      releases: [{ from: '2.0.0', since: '2018-03-21', to: '2.0.0', until: '2018-03-21' }],
      change:
        'Refs have members, RefV(id=1, class=RefV(…)), no longer a path; queries are decoded (JSON.swift, Value.swift).',
    },
    traits: { generation: 'classes', ref: 'members', bytes: true, query: true },
  }),
];

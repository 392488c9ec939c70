import type { Value } from '../../../value/index.ts';
import type { Format, Reading } from '../../format.ts';
import type { DirectStyle } from './style.ts';

/** How a format reads its texts, whatever their length. */
export interface Ways {
  readonly style: DirectStyle;
  /** The text of a value that has been decoded somehow. */
  readonly printDecoded: (value: Value) => string;
  /**
   * Whether the driver could have decoded a value; others count only where there is no other reading. `text`: what it was read
   * from, which may spare a look at all of a long value.
   */
  readonly isDecodable: (value: Value, text?: string) => boolean;
  /** Finds all readings, in bounded time. */
  readonly readAll: (text: string) => Reading;
}

/** A format whose texts are read in these ways. */
export interface DirectFormat extends Format {
  readonly ways: Ways;
}

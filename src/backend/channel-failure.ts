/**
 * Thrown where the core breaks off below its own error handling: the request is answered like one that never was a
 * request, with 500 and `{ "error": … }` (spec 1.8).
 */
export class ChannelFailure extends Error {
  override readonly name = 'ChannelFailure';
}

/** The judgement of one exchange of a replay. */
export interface ReplayResult {
  readonly recording: string;
  readonly history: string;
  readonly family: string;
  readonly step: number;
  readonly label: string;
  /** The query's outermost function, or method and path where no query was sent: `login`, `GET /ping`. */
  readonly function: string;
  readonly outcome: Outcome;
}

export type Outcome =
  | { readonly kind: 'same' }
  | { readonly kind: 'different'; readonly difference: ExchangeDifference }
  /** The recording is listed as not to be met here, with its reason; it did differ. */
  | { readonly kind: 'excepted'; readonly reason: string; readonly difference: ExchangeDifference }
  /** Sent, but the recording says itself that it does not reproduce. */
  | { readonly kind: 'unstable'; readonly reason: string };

/** The first difference: where, what was recorded, what was answered now. */
export interface ExchangeDifference {
  readonly where: 'request' | 'connection' | 'status' | 'header' | 'body';
  /** The header's name, or the offset in the body (UTF-16 units); absent elsewhere. */
  readonly at: string | number | undefined;
  readonly recorded: string;
  readonly got: string;
  /** Set when it is more than unequal text: a renaming that is no bijection, a request that cannot be made. */
  readonly why: string | undefined;
}

/**
 * Recorded histories of a database server, replayed against another one. In: recordings (a file of exchanges, in one of
 * two forms) and the URL of a server that claims compatibility. Out: for every recorded exchange whether the server
 * answered the same, and if not, the first difference. "The same" is equality byte for byte up to one consistent
 * renaming of generated values (ids, times, secrets, hashes, global ids, database names) over a history: that
 * renaming is built while replaying, used to rewrite later requests, and must stay a bijection.
 *
 * Reading (`read-recording`), renaming (`renaming`, `tokens`, `match-text`), sending (`build-request`, `send`) and
 * judging (`replay`, `run-conform`) are separate files; nothing here knows which server it talks to.
 */

/** A named set of histories; each history is independent of the others, so they may be replayed in any order. */
export interface Recording {
  /** The file's name without folder and `.gz`: `auth.jsonl`. */
  readonly name: string;
  histories(): AsyncIterable<History>;
}

/** Exchanges in the order they happened, against one fresh database. */
export interface History {
  readonly recording: string;
  readonly id: string;
  /** What kind of history it is: the corpus's family letter, or the hand-made file's scenario. */
  readonly family: string;
  /** Names of databases made with the root secret; replayed under fresh names. */
  readonly databaseNames: readonly string[];
  readonly era: Era;
  readonly exchanges: readonly RecordedExchange[];
}

/**
 * The time span whose ids and times count as generated: from the first of January of the recording's year, for two
 * years. Ids and times outside are constants that somebody wrote.
 */
export interface Era {
  /** Microseconds since 1970. */
  readonly from: bigint;
  readonly to: bigint;
}

export type Header = readonly [name: string, value: string];

export interface RecordedExchange {
  /** Its number within the history, as the recording counts. */
  readonly step: number;
  readonly label: string;
  readonly request: RecordedRequest | TemplateRequest;
  readonly status: number;
  readonly headers: HeaderExpectation;
  readonly body: RecordedBody;
  /** A query to repeat until it answers true before going on: an index built in the background. */
  readonly waitFor: string | undefined;
  /** How long the recorder waited before it sent this, if it meant to: for a `ttl` to pass. Milliseconds. */
  readonly pauseMs: number;
  /** Why the recording itself does not reproduce: it is sent, and not compared. */
  readonly unstable: string | undefined;
}

/** A request with the ids and secrets of the recording in it: to be rewritten through the renaming. */
export interface RecordedRequest {
  readonly kind: 'recorded';
  readonly method: string;
  readonly path: string;
  readonly headers: readonly Header[];
  readonly body: Buffer | undefined;
}

/** A query with placeholders for parts of earlier answers. */
export interface TemplateRequest {
  readonly kind: 'template';
  readonly apiVersion: string;
  readonly secret: SecretSource;
  readonly captures: readonly Capture[];
  readonly text: string;
}

export type SecretSource =
  | { readonly kind: 'none' }
  | { readonly kind: 'root'; readonly suffix: string }
  | { readonly kind: 'literal'; readonly literal: string }
  | {
      readonly kind: 'captured';
      readonly step: number;
      readonly path: readonly (string | number)[];
      readonly suffix: string;
    };

export interface Capture {
  readonly placeholder: string;
  readonly step: number;
  readonly path: readonly (string | number)[];
}

/** What a recording knows of the response's headers. */
export type HeaderExpectation =
  | { readonly kind: 'all'; readonly headers: readonly Header[] }
  | {
      readonly kind: 'some';
      /** Whether there was an `x-txn-time`. */
      readonly txnTime: boolean;
      readonly contentType: string | undefined;
      readonly authenticate: string | undefined;
    };

export type RecordedBody =
  | { readonly kind: 'text'; readonly text: string }
  /** Too long to be kept: only its length (characters) and hash are known. */
  | { readonly kind: 'digest'; readonly length: number; readonly sha256: string };

import type { ErrorRecognition, Recognition } from '../recognition.ts';

/** Where something stands among the lines, all counted from 1; columns in UTF-16 units of the line as it came. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
}

interface Found extends Place {
  /** Without colours; lines joined by line feeds. */
  readonly text: string;
  /** What stands before it on its first line, and after it on its last. */
  readonly before: string;
  readonly after: string;
}

export interface FoundPrint extends Found {
  readonly kind: 'print';
  readonly recognitions: readonly [Recognition, ...Recognition[]];
}

export interface FoundError extends Found {
  readonly kind: 'error';
  readonly recognitions: readonly [ErrorRecognition, ...ErrorRecognition[]];
}

/** A line without a print. */
export interface Rest {
  readonly kind: 'rest';
  readonly line: number;
  /** As it came. */
  readonly text: string;
  /** Of a box that a driver drew because there is a newer version of it. */
  readonly isBanner: boolean;
}

export type Finding = FoundPrint | FoundError | Rest;

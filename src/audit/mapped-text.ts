/** A text that was taken out of a page and still knows where in the page each of its characters stands. */
export interface MappedText {
  readonly text: string;
  /** Where in the page the character at `offset` stands; the end of the text is just after its last character. */
  readonly at: (offset: number) => number;
}

/** A part of a mapped text: `length` characters from `start` on stand in the page from `source` on. */
export interface Piece {
  readonly start: number;
  readonly source: number;
  readonly length: number;
  /** The characters stand for one thing in the page, so many characters long there: an entity. */
  readonly spelt?: number;
}

/** A text that stands in the page as it is. */
export function asItIs(page: string, from: number, to: number): MappedText {
  return { text: page.slice(from, to), at: (offset) => from + offset };
}

/** A text of which the pieces say where it stands. They are in order and leave nothing out. */
export function inPieces(text: string, pieces: readonly Piece[]): MappedText {
  return { text, at: (offset) => placeIn(pieces, offset) };
}

/** A part of a mapped text. */
export function slice({ text, at }: MappedText, from: number, to: number): MappedText {
  return { text: text.slice(from, to), at: (offset) => at(from + offset) };
}

/** Mapped texts one after the other, `glue` between them; glue stands where the text before it ends. */
export function joined(parts: readonly MappedText[], glue = ''): MappedText {
  const starts: number[] = [];
  let length = 0;
  for (const { text } of parts) {
    starts.push(length);
    length += text.length + glue.length;
  }
  return {
    text: parts.map(({ text }) => text).join(glue),
    at: (offset) => {
      const index = lastNotAfter(starts, offset);
      const part = parts[index];
      return part === undefined ? 0 : part.at(Math.min(offset - (starts[index] ?? 0), part.text.length));
    },
  };
}

/** Index of the last number that is not greater than `limit`; 0 when there is none. The numbers rise. */
export function lastNotAfter(numbers: readonly number[], limit: number): number {
  let low = 0;
  let high = numbers.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? Number.POSITIVE_INFINITY) <= limit) low = middle;
    else high = middle;
  }
  return low;
}

function placeIn(pieces: readonly Piece[], offset: number): number {
  let low = 0;
  let high = pieces.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((pieces[middle]?.start ?? Number.POSITIVE_INFINITY) <= offset) low = middle;
    else high = middle;
  }
  const piece = pieces[low];
  if (piece === undefined) return 0;
  const inside = offset - piece.start;
  if (piece.spelt === undefined) return piece.source + Math.min(inside, piece.length);
  return inside < piece.length ? piece.source : piece.source + piece.spelt;
}

/** The places after each occurrence of a mark, from a place on, that `allowed` lets pass; `skipped` is told of the others. */
export function* after(
  text: string,
  from: number,
  mark: string,
  allowed: (text: string, end: number) => boolean = () => true,
  skipped: () => void = () => undefined,
): Generator<number> {
  for (let found = text.indexOf(mark, from); found !== -1; found = text.indexOf(mark, found + 1)) {
    const end = found + mark.length;
    if (allowed(text, end)) yield end;
    else skipped();
  }
}

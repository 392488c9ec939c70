/** The first occurrence at or after an offset; `undefined`: there is none. */
export function indexOf(text: string, token: string, from: number): number | undefined {
  const at = text.indexOf(token, from);
  return at === -1 ? undefined : at;
}

/** How much of both sides is shown around a difference, in UTF-16 units. */
const AROUND = 60;

/** Throws where two texts part, with both sides. */
export function sameText(real: string, modelled: string, of: string): void {
  if (real === modelled) return;
  let at = 0;
  while (at < real.length && real.charAt(at) === modelled.charAt(at)) at += 1;
  const around = (text: string): string => JSON.stringify(text.slice(Math.max(0, at - AROUND), at + AROUND));
  throw new Error(
    `${of}: the first difference is at character ${at}\n  really   ${around(real)}\n  modelled ${around(modelled)}`,
  );
}

import type { Traits } from './profile.ts';

/** A string as it stands inside of a container: in quotes, with what they and the console need escaped. */
export function quote(text: string, traits: Traits): string {
  const delimiter = traits.quotes === 'single' ? "'" : fittingDelimiter(text);
  const escaped = escapeControls(text, traits);
  return `${delimiter}${delimiter === "'" ? escaped.replaceAll("'", String.raw`\'`) : escaped}${delimiter}`;
}

/** The text with backslashes, control characters and, from Node.js 16 on, lone surrogates escaped. */
export function escapeControls(text: string, traits: Traits): string {
  const escaped = text.replace(traits.controls === 'unicode' ? CONTROLS : MORE_CONTROLS, (unit) =>
    escapeControl(unit, traits),
  );
  if (traits.surrogates === 'raw') return escaped;
  return escaped.replace(/\p{Surrogate}/gu, (unit) => `\\u${hexadecimal(unit)}`);
}

/* Control characters are what these are about. */
/* oxlint-disable no-control-regex */
const CONTROLS = /[\0-\x1f\\]/g;
const MORE_CONTROLS = /[\0-\x1f\\\x7f-\x9f]/g;
/* oxlint-enable no-control-regex */

/** The first quotes that the text does not hold; `${` forbids backticks. When all are taken, `'` is escaped. */
function fittingDelimiter(text: string): string {
  if (!text.includes("'")) return "'";
  if (!text.includes('"')) return '"';
  return text.includes('`') || text.includes('${') ? "'" : '`';
}

const SHORT: ReadonlyMap<string, string> = new Map([
  ['\\', '\\\\'],
  ['\b', '\\b'],
  ['\t', '\\t'],
  ['\n', '\\n'],
  ['\f', '\\f'],
  ['\r', '\\r'],
]);

function escapeControl(unit: string, { controls }: Traits): string {
  return (
    SHORT.get(unit) ??
    (controls === 'unicode'
      ? `\\u${hexadecimal(unit).padStart(4, '0')}`
      : `\\x${hexadecimal(unit).toUpperCase().padStart(2, '0')}`)
  );
}

function hexadecimal(unit: string): string {
  return unit.charCodeAt(0).toString(16);
}

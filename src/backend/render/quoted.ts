const SURROGATE = /[\ud800-\udfff]/;
const LONE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** A string as JSON: only quotes, backslashes and control characters are escaped; a lone surrogate becomes `?`, as in Java. */
export function quoted(text: string): string {
  return JSON.stringify(SURROGATE.test(text) ? text.replaceAll(LONE, '?') : text);
}

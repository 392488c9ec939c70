/** The id of the part of the page that shows a scenario, or a step of it. */
export function anchor(...names: readonly string[]): string {
  return names.map((name) => name.replaceAll(/[^\w-]+/g, '-')).join('--');
}

/** The file name of a format's page: `js/2.8.1` has `js-2.8.1.md`. */
export function pageName(id: string): string {
  return `${id.replace('/', '-')}.md`;
}

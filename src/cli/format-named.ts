import { formats, variants, type Format } from '../format/index.ts';
import { pick } from './pick.ts';

/**
 * The format or variant of an id that a user gave.
 * @throws UsageError for one that is none, with the nearest one.
 */
export function formatNamed(id: string): Format {
  const all = [...formats, ...variants].map((format) => ({ name: format.id, format }));
  const [found] = pick('format', all, [id]);
  if (found === undefined) throw new Error(`pick found no format ${id} and said nothing`);
  return found.format;
}

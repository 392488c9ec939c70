import { formats, variants } from '../format/index.ts';

/** No format or variant has the id: the message lists those of its family, or all. */
export class UnknownFormat extends Error {
  override readonly name = 'UnknownFormat';
  readonly id: string;
  constructor(id: string) {
    const all = [...formats, ...variants].map((format) => format.id);
    const related = all.filter((one) => one.startsWith(`${id.split('/')[0]}/`));
    super(`There is no format "${id}". There are: ${(related.length > 0 ? related : all).join(', ')}.`);
    this.id = id;
  }
}

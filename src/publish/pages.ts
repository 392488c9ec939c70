import { formats, variants } from '../format/index.ts';
import { ledgerOf } from '../ledger/ledger.ts';
import { formatPage } from './format-page.ts';
import { indexPage } from './index-page.ts';
import { pageName } from './page-name.ts';

/** A page of `docs/formats`, by its file name; its text takes some tenths of a second to make. */
export interface Page {
  readonly name: string;
  text(): string;
}

/** All of `docs/formats`: a page a format, and the index. */
export const pages: readonly Page[] = [
  { name: 'README.md', text: () => indexPage(formats) },
  ...formats.map((format) => ({
    name: pageName(format.id),
    text: () =>
      formatPage(
        format,
        variants.filter(({ variantOf }) => variantOf === format.id),
        ledgerOf(format),
      ),
  })),
];

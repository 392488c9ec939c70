import type { Format } from '../format/index.ts';
import { table } from './markdown.ts';
import { pageName } from './page-name.ts';
import { releasesText } from './releases-text.ts';

/** The page that lists all formats, family by family. */
export function indexPage(formats: readonly Format[]): string {
  const drivers = [...new Set(formats.map(({ about }) => about.driver))];
  const sections = drivers.map((driver) => {
    const own = formats.filter(({ about }) => about.driver === driver);
    const rows = own.map(({ id, about }) => [
      `[\`${id}\`](${pageName(id)})`,
      releasesText(about.releases),
      about.change ?? '',
    ]);
    return `## ${driver}\n\n${table(['format', 'releases', 'what changed'], rows)}`;
  });
  const head = [
    '# Print formats',
    'Made from the code by `npm run pages`; not to be edited.',
    'How each driver prints a result, release by release. An id is `family/version`, the version being the first release that ' +
      'prints so; a suffix (`js/4.3+n12`) names a runtime or culture that changes the text.',
  ];
  return `${[...head, ...sections].join('\n\n')}\n`;
}

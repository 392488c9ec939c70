/** The token prints on the documentation pages under `fixtures/samples`: where they stand and what they are. */
import { readFileSync } from 'node:fs';

export interface Sample {
  readonly page: 'create-a-token-2021' | 'login-2020' | 'login-2018';
  /** First and last line of the print, counted from 1. */
  readonly lines: readonly [first: number, last: number];
  /** Language tab that shows it; several show JSON that no driver wrote. */
  readonly tab: string;
  readonly format: string;
  /** The token's id as printed. */
  readonly id: string;
}

/** In the order of spec/formats 16.2, samples 1 to 27. */
export const SAMPLES: readonly Sample[] = [
  { page: 'create-a-token-2021', lines: [5, 5], tab: 'C#', format: 'cs/2.9', id: '309834562535424512' },
  { page: 'create-a-token-2021', lines: [6, 6], tab: 'Go', format: 'go/2.7', id: '309834289381376512' },
  { page: 'create-a-token-2021', lines: [7, 7], tab: 'Java', format: 'java/2.7', id: '309834736999596544' },
  {
    page: 'create-a-token-2021',
    lines: [8, 13],
    tab: 'JavaScript',
    format: 'js/4.3',
    id: '309833836335727104',
  },
  { page: 'create-a-token-2021', lines: [14, 14], tab: 'Python', format: 'py/2.7', id: '309834127742337536' },
  {
    page: 'create-a-token-2021',
    lines: [15, 20],
    tab: 'Shell',
    format: 'shell/0.3',
    id: '309833029179671040',
  },
  { page: 'create-a-token-2021', lines: [24, 24], tab: 'C#', format: 'cs/2.9', id: '309834558324343296' },
  { page: 'create-a-token-2021', lines: [25, 25], tab: 'Go', format: 'go/2.7', id: '309834288701899264' },
  { page: 'create-a-token-2021', lines: [26, 26], tab: 'Java', format: 'java/2.7', id: '309834731615158784' },
  {
    page: 'create-a-token-2021',
    lines: [27, 32],
    tab: 'JavaScript',
    format: 'js/4.3',
    id: '309833836087214592',
  },
  { page: 'create-a-token-2021', lines: [33, 33], tab: 'Python', format: 'py/2.7', id: '309834127428813312' },
  {
    page: 'create-a-token-2021',
    lines: [34, 39],
    tab: 'Shell',
    format: 'shell/0.3',
    id: '309833028300964352',
  },
  { page: 'login-2020', lines: [54, 54], tab: 'C#', format: 'cs/2.9', id: '280491620815602176' },
  { page: 'login-2020', lines: [55, 55], tab: 'Go', format: 'go/2.7', id: '280481898848846336' },
  { page: 'login-2020', lines: [56, 56], tab: 'Java', format: 'java/2.7', id: '269701642908074496' },
  { page: 'login-2020', lines: [57, 62], tab: 'JavaScript', format: 'js/4.3', id: '268283157930836480' },
  { page: 'login-2020', lines: [63, 63], tab: 'Python', format: 'py/2.7', id: '269168498780930560' },
  { page: 'login-2020', lines: [64, 69], tab: 'Shell', format: 'shell/0.3', id: '302044012369412608' },
  { page: 'login-2018', lines: [84, 93], tab: 'curl', format: 'http/2.7', id: '181388643175236096' },
  { page: 'login-2018', lines: [94, 100], tab: 'C#', format: 'http/2.7', id: '181388643175236096' },
  { page: 'login-2018', lines: [101, 106], tab: 'Java', format: 'java/2.5.2', id: '210072853209416192' },
  { page: 'login-2018', lines: [107, 107], tab: 'Go', format: 'go/2.0+go1.11', id: '181388643175236096' },
  { page: 'login-2018', lines: [108, 114], tab: 'Scala', format: 'http/2.7', id: '181388643175236096' },
  { page: 'login-2018', lines: [115, 121], tab: 'Python', format: 'http/2.7', id: '181388643175236096' },
  { page: 'login-2018', lines: [122, 128], tab: 'Ruby', format: 'http/2.7', id: '181388643175236096' },
  { page: 'login-2018', lines: [129, 135], tab: 'Swift', format: 'http/2.7', id: '181388643175236096' },
  {
    page: 'login-2018',
    lines: [136, 140],
    tab: 'JavaScript',
    format: 'js/2.0+n10',
    id: '181388643175236096',
  },
];

/** The text of a sample, as it stands on its page. */
export function sampleText({ page, lines: [first, last] }: Sample): string {
  const file = new URL(`../../fixtures/samples/${page}.txt`, import.meta.url);
  return readFileSync(file, 'utf8')
    .split('\n')
    .slice(first - 1, last)
    .join('\n');
}

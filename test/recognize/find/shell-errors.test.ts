import { expect, test } from 'vitest';
import { PrintFinder, recognize, recognizeErrors } from '../../../src/recognize/index.ts';
import { shellPrints } from '../../format/shell/prints.ts';

/** The texts of the errors in lines, as they are found among others. */
function errorsIn(lines: readonly string[]): readonly string[] {
  const finder = new PrintFinder({
    isSure: false,
    prints: (text) => recognize(text),
    errors: (text) => recognizeErrors(text),
  });
  const findings = [...lines.flatMap((line) => finder.push(line)), ...finder.end()];
  return findings.flatMap((one) =>
    one.kind === 'error' ? [`${one.recognitions[0].format.id} ${one.line}-${one.endLine}`] : [],
  );
}

function printed(driver: string, version: string, name: string): string {
  const found = shellPrints.find(
    (one) => one.driver === driver && one.driverVersion === version && one.case === name,
  );
  if (found === undefined) throw new Error(`nothing is recorded of ${driver} ${version}`);
  return found.printed;
}

const TWO = 'shell: two errors, with failures and cause';
const ONE = 'error instance not found';

test.each([
  ['shell query', '4.0.0', ONE, 'shell/4.0'],
  ['shell prompt', '1.2.1', ONE, 'shell/0.3'],
  ['shell eval (command)', '1.2.1', TWO, 'shell/eval-json'],
])('the error of %s %s is found in a log, from its first line to its last', (driver, version, name, id) => {
  const lines = printed(driver, version, name).split('\n');
  expect(errorsIn(['INFO a line', ...lines, 'INFO another line'])).toStrictEqual([
    `${id} 2-${lines.length + 1}`,
  ]);
});

test('the report of fauna eval 0.11.1 is found after its first line, which says nothing', () => {
  const lines = printed('shell eval (command)', '0.11.1', TWO).split('\n');
  const number = lines.findLastIndex((line) => /^ {4}\d+$/.test(line)) + 1;
  expect(errorsIn(lines)).toStrictEqual([`shell/eval-json 2-${number}`]);
});

test('what only begins like one keeps no lines back for good', () => {
  const lines = ['The query failed with the following error:', ...Array.from({ length: 500 }, () => 'x')];
  expect(errorsIn(lines)).toStrictEqual([]);
});

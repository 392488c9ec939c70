/** Every check of the auditor, each with a page that lies in just that way. */
import { describe, expect, test } from 'vitest';
import { build, inGeneration } from '../../src/value/index.ts';
import { audit, found, key, printed, secretOf, token } from './tokens.ts';

const JAVA = 'java/2.7';
const FORMATS = ['cs/2.9', 'java/2.7', 'scala/2.7', 'py/2.7', 'js/4.3', 'http/2.7'] as const;

describe.each(FORMATS)('a token as %s prints it', (id) => {
  test('that is sound has nothing against it but its secret', () => {
    const page = audit(`Before.\n${printed(id, token())}\nAfter.`);
    expect(page.samples).toHaveLength(1);
    expect(page.secrets).toMatchObject({ tokens: 1, sound: 1, keys: 0, scopes: ['309833834634937856'] });
    expect(page.findings.map(({ code }) => code)).toEqual(['token-secret']);
    expect(page.samples[0]?.made).toEqual({
      id: '2021-09-15T20:57:02.067Z',
      secret: '2021-09-15T20:57:02.067Z',
      ts: '2021-09-15T20:57:02.080Z',
    });
  });

  test('with the secret of another token cannot be', () => {
    const page = audit(printed(id, token({ secretId: 309833836335727104n + (1n << 20n) })));
    expect(page.secrets.sound).toBe(0);
    const finding = page.findings.find(({ code }) => code === 'impossible-token');
    expect(finding?.level).toBe('error');
    expect(finding?.message).toContain('ts agrees with the secret');
  });

  test('with another time cannot be', () => {
    const page = audit(printed(id, token({ ts: 1631739422080000n + 3_600_000_000n })));
    expect(page.secrets.sound).toBe(0);
    expect(page.findings.map(({ code, level }) => `${level} ${code}`)).toContain('error impossible-time');
  });

  test('with the secret of a key cannot be', () => {
    const page = audit(printed(id, token({ secret: secretOf(0x70, [309833836335727104n]) })));
    expect(page.findings.map(({ code }) => code)).toContain('impossible-token');
  });
});

describe('keys', () => {
  test('a sound one gives its database away', () => {
    const page = audit(printed(JAVA, key()));
    const column = printed(JAVA, key()).indexOf('fnA') + 1;
    expect(found(page)).toEqual([`1:${column} error key-secret`]);
    expect(page.secrets).toMatchObject({ tokens: 0, keys: 1 });
  });

  test.each([
    ['another id', { secretId: 309833836335727104n + (1n << 20n) }, 'impossible-token'],
    ['another time', { ts: 1631739422080000n - 3_600_000_000n }, 'impossible-time'],
  ])('one with %s cannot be', (_what, parts, code) => {
    expect(audit(printed(JAVA, key(parts))).findings.map((one) => one.code)).toContain(code);
  });
});

describe('times', () => {
  const document = (id: string, collection: string, ts: bigint): string =>
    printed(
      JAVA,
      build.obj([
        ['ref', build.ref(id, build.ref(collection))],
        ['ts', build.long(ts)],
      ]),
    );

  test.each<[string, string, string, bigint, boolean]>([
    ['what can be', '309833836335727104', 'tokens', 1631739422080000n, false],
    ['milliseconds', '309833836335727104', 'tokens', 1631739422080n, true],
    ['the future', '309833836335727104', 'tokens', 4_102_444_800_000_000n, true],
    ['before the id', '309833836335727104', 'tokens', 1631739422080000n - 60_000_000n, true],
    ['after the id, by an update', '309833836335727104', 'tokens', 1731739422080000n, false],
    ['an id of the future', '609833836335727104', 'tokens', 1631739422080000n, true],
    ['an id that somebody chose', '609833836335727104', 'users', 1631739422080000n, false],
  ])('%s', (_what, id, collection, ts, isImpossible) => {
    const codes = audit(document(id, collection, ts)).findings.map(({ code }) => code);
    expect(codes.includes('impossible-time')).toBe(isImpossible);
  });
});

describe('secrets', () => {
  const KEY = secretOf(0x70, [309833836335727104n]);

  test('are found in prose and in queries, at their place', () => {
    expect(found(audit(`x\ncurl -u ${KEY}: \\\n`))).toEqual(['2:9 error key-secret']);
  });

  test('are found in HTML as a reader sees it and as the file has it', () => {
    expect(found(audit(`<p>${KEY.replace('f', '&#102;')}</p>`, 'html'))).toEqual(['1:4 error key-secret']);
    expect(found(audit(`<p data-copy="${KEY}">x</p>`, 'html'))).toEqual(['1:15 error key-secret']);
    expect(found(audit(`<pre>a<b>${KEY}</b></pre>`, 'html'))).toEqual(['1:10 error key-secret']);
  });

  test('that were made up for samples are only noted', () => {
    const page = audit(printed(JAVA, token({ mark: 'printproof' })));
    expect(page.findings.map(({ level, code }) => `${level} ${code}`)).toEqual(['note sample-secret']);
    expect(page.secrets.sound).toBe(1);
  });

  test('are never quoted', () => {
    const two = [token(), token({ secretId: 309833836335727104n + (1n << 20n) })];
    const page = audit(two.map((one) => printed(JAVA, one)).join('\n'));
    expect(page.findings.length).toBeGreaterThan(3);
    for (const { message } of page.findings) expect(message).not.toMatch(/fn[A-F][\w-]{37}/);
  });

  test('what only looks like one is none', () => {
    expect(audit(`fnA${'x'.repeat(20)} function fnEE`).findings).toEqual([]);
  });
});

describe('addresses', () => {
  const go = (address: string): string => printed('go/2.7', token()).replaceAll('0x0', address);

  test('of memory are reported once a sample, at the first', () => {
    const page = audit(`x\n${go('0xc000109bc0')}`);
    expect(found(page, 'address')).toEqual(['2:34 warning address']);
  });

  test('that stand for any address are none', () => {
    expect(found(audit(go('0x0')), 'address')).toEqual([]);
  });

  test('in a string are none', () => {
    const text = printed(
      JAVA,
      build.obj([
        ['a', build.str('0xc000109bc0')],
        ['b', build.ref('1', build.ref('tokens'))],
      ]),
    );
    const page = audit(text);
    expect(page.samples).toHaveLength(1);
    expect(found(page, 'address')).toEqual([]);
  });
});

describe('what printed it', () => {
  test('nobody: the nearest format says where it breaks', () => {
    const broken = printed('py/2.7', token()).replace("'ref':", "'ref';");
    const page = audit(`x\n${broken}`);
    expect(page.samples[0]?.printedBy).toEqual([]);
    const finding = page.findings.find(({ code }) => code === 'printed-by-none');
    expect([finding?.place.line, finding?.place.column, finding?.level]).toEqual([
      2,
      broken.indexOf(';') + 1,
      'error',
    ]);
    expect(finding?.message).toContain('py/2.7');
  });

  test('the driver of another tab', () => {
    const page = (tab: string): string =>
      `# x\n\n=== "${tab}"\n\n    \`\`\`\n    ${printed('py/2.7', token())}\n    \`\`\`\n`;
    expect(found(audit(page('Python'), 'markdown'), 'other-driver')).toEqual([]);
    expect(found(audit(page('Go'), 'markdown'), 'other-driver')).toEqual(['6:5 error other-driver']);
  });

  test('nobody yet: a token is older than the releases that print so', () => {
    const old = { id: 181388643175236096n, ts: 1509244540264619n };
    const page = audit(printed('cs/2.9', token(old)));
    expect(found(page, 'too-early')).toEqual(['1:1 warning too-early']);
    expect(page.samples[0]?.printedBy.map(({ format }) => format)).toEqual(['cs/2.9']);
  });

  test('a hand: other white space is noted', () => {
    const page = audit(printed('js/4.3', token()).replaceAll(/^ +/gm, ''));
    expect(found(page, 'layout', 'edited')).toEqual(['1:1 note layout']);
    expect(page.samples[0]?.today.find(({ format }) => format === 'js/4.3')?.state).toBe('layout');
  });

  test('a hand: JSON that stands in no envelope', () => {
    const page = audit('{ "ref": { "@ref": { "id": "1", "collection": { "@ref": { "id": "tokens" } } } } }');
    expect(found(page, 'edited')).toEqual(['1:1 warning edited']);
  });

  test('a hand: dots in place of parts are noted, and nothing else is said of it', () => {
    const whole = printed('py/2.7', token());
    const page = audit(`${whole}\n${whole.replace(/'fn.*'/, "'fnEE…'")}`);
    expect(found(page, 'shortened', 'odd-token', 'tabs-differ')).toEqual(['2:1 note shortened']);
    expect(page.secrets).toMatchObject({ tokens: 1, sound: 1 });
    expect(page.examples).toEqual([{ number: 1, samples: 1, agreeing: 1 }]);
  });

  test('nobody: a fence whose print is cut off', () => {
    const cut = printed('py/2.7', token()).slice(0, -2);
    expect(found(audit(`\`\`\`\n${cut}\n\`\`\`\n`, 'markdown'), 'printed-by-none')).toHaveLength(1);
  });

  test('only drivers of old: what today’s print is shown', () => {
    const old = inGeneration(token({ id: 210072853209416192n, ts: 1536599934671870n }), 'classes');
    const page = audit(printed('java/2.5.2', old));
    const findings = page.findings.filter(({ code }) => code === 'outdated');
    expect(findings.map(({ level }) => level)).toEqual(['warning']);
    expect(findings[0]?.message).toMatch(
      /^Today Java and Scala would print \{ref: ref\(id = "210072853209416192", collection/,
    );
  });

  test('today’s driver still', () => {
    const page = audit(FORMATS.map((id) => printed(id, token())).join('\n\nx\n\n'));
    expect(page.samples.map(({ today }) => today.some(({ state }) => state === 'same'))).toEqual(
      FORMATS.map(() => true),
    );
  });
});

describe('the tabs of an example', () => {
  const tabs = (values: readonly ReturnType<typeof token>[]): string =>
    values.map((value, index) => printed(FORMATS[index] ?? JAVA, value)).join('\n');

  test('that print one value agree, whatever the language', () => {
    const page = audit(tabs(FORMATS.map(() => token())));
    expect(page.examples).toEqual([{ number: 1, samples: 6, agreeing: 6 }]);
    expect(found(page, 'tabs-differ')).toEqual([]);
  });

  test('of which one tells of another value are told apart: the one, not the others', () => {
    const other = token({ id: 309833836335727104n + (1n << 20n) });
    const page = audit(tabs(FORMATS.map((_id, index) => (index === 0 ? other : token()))));
    expect(page.examples).toEqual([{ number: 1, samples: 6, agreeing: 5 }]);
    const findings = page.findings.filter(({ code }) => code === 'tabs-differ');
    expect(findings.map(({ sample, place }) => [sample, place.line])).toEqual([[1, 1]]);
    expect(findings[0]?.message).toContain('ref.id is');
  });

  test('are those that nothing stands between', () => {
    const one = printed(JAVA, token());
    const numbers = (text: string, kind: 'text' | 'markdown' | 'html'): readonly number[] =>
      audit(text, kind).samples.map(({ example }) => example);
    expect(numbers(`${one}\n\n${one}\nwords\n${one}`, 'text')).toEqual([1, 1, 2]);
    const fence = `\`\`\`\n${one}\n\`\`\`\n\n`;
    expect(numbers(`**Java**\n\n${fence}### Scala\n\n${fence}## Next\n\n${fence}`, 'markdown')).toEqual([
      1, 1, 2,
    ]);
    const pre = `<pre>${one.replaceAll('"', '&quot;')}</pre>`;
    expect(numbers(`<div title="Java">${pre}</div><div>${pre}</div><p>words</p>${pre}`, 'html')).toEqual([
      1, 1, 2,
    ]);
  });

  test('have the labels that stand before each, or all of them in a bar', () => {
    const one = printed(JAVA, token());
    const labels = (text: string, kind: 'markdown' | 'html'): readonly unknown[] =>
      audit(text, kind).samples.map(({ label }) => label);
    const fence = `\`\`\`\n${one}\n\`\`\`\n\n`;
    expect(labels(`**Java**\n\n${fence}### Scala\n\n${fence}`, 'markdown')).toEqual(['Java', 'Scala']);
    expect(
      labels(
        `{% tab title="Java" %}\n\n${fence}{% endtab %}\n{% tab title="Scala" %}\n\n${fence}`,
        'markdown',
      ),
    ).toEqual(['Java', 'Scala']);
    expect(labels(`**C#**\n\n<!-- printproof:sample driver=csharp -->\n\n${fence}`, 'markdown')).toEqual([
      'C#',
    ]);
    const bar = '<ul><li>Java</li><li>Scala</li></ul>';
    expect(labels(`${bar}<pre>${one}</pre><pre>${one}</pre>`, 'html')).toEqual(['Java', 'Scala']);
  });

  test('that could be anything count beside a print that could not', () => {
    const plain = "{ a: 1, b: 'x' }";
    expect(audit(plain).samples).toEqual([]);
    expect(audit(`map[a:1 b:x]\n${plain}`).samples).toHaveLength(2);
  });

  test('of which there are many cost no more than the different ones', () => {
    const page = `map[a:1 b:x]\n${'[1, 2]\n'.repeat(20_000)}`;
    expect(audit(page).samples).toHaveLength(20_001);
  });
});

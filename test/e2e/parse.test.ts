import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { printproof, start } from './printproof.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'printproof-parse-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function file(name: string, text: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}

describe('bad input: exit status 2, one clear message, no stack', () => {
  it.each<[string[], string]>([
    [['parse', '--format', 'js/4.2'], 'Did you mean "js/'],
    [['parse', '--format', 'cobol'], 'There is no format "cobol".'],
    [['parse', '--format', 'java/2.7,jav/2.7'], 'There is no format "jav/2.7".'],
    [['parse', '--rest', 'keep'], 'Allowed choices are pass, drop.'],
    [['parse', 'no-such-file.log'], 'no-such-file.log cannot be read'],
    [['parse', '.'], '. cannot be read'],
    [['print', '--format', 'go/2.71'], 'Did you mean "go/2.7"?'],
    [['print', '--format', 'py/2.7', 'no-such-file'], 'no-such-file cannot be read'],
  ])('printproof %s', async (args, hint) => {
    const { stdout, stderr, exitCode } = await printproof(...args);
    expect(stderr).toContain(hint);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect([stdout, exitCode]).toEqual(['', 2]);
  });
});

/** The first that the command writes; its end when it writes nothing. */
async function firstOutput(child: ReturnType<typeof start>): Promise<string> {
  const [chunk] = (await Promise.race([once(child.stdout, 'data'), child.then(() => [])])) as [Buffer?];
  return String(chunk ?? '');
}

describe('printproof parse', () => {
  it('reads files and standard input, in the order in which they are named', async () => {
    const path = await file('a.log', "words\n{'a': 1}\n");
    const child = start(['parse', '--format', 'py/2.7', path, '-']);
    child.stdin.end("{'b': 2}");
    const { stdout, stderr, exitCode } = await child;
    const records = stdout.split('\n').map((line) => JSON.parse(line) as { file: string; line: number });
    expect(records.map(({ file: name, line }) => [name, line])).toEqual([
      [path, 2],
      ['-', 1],
    ]);
    expect(stderr).toBe('printproof: 2 values, 0 printed errors, 1 line without a print (left out)');
    expect(exitCode).toBe(0);
  });

  it('looks for several formats, and names those that fit in the order in which they were given', async () => {
    const path = await file('c.log', "12:00 {'a': 1}\n12:01 {a: 1}\n12:02 { a: 1 }\n12:03 [1]\nwords\n");
    const { stdout } = await printproof('parse', '--format', 'java/2.7, scala/2.7,py/2.7', path);
    expect(stdout.split('\n').map((line) => (JSON.parse(line) as { formats: string[] }).formats)).toEqual([
      ['py/2.7'],
      ['java/2.7', 'scala/2.7'],
    ]);
  });

  it('passes lines without prints on, and errors as their own kind, where it is asked to', async () => {
    const error =
      'Response error 404. Errors: [create](instance not found): Document not found., details: []';
    const path = await file('b.log', `words\n${error}\n`);
    const kinds = async (...flags: string[]): Promise<unknown> => {
      const { stdout } = await printproof('parse', path, ...flags);
      return stdout
        .split('\n')
        .filter(Boolean)
        .map((line) => {
          const { kind, text } = JSON.parse(line) as { kind?: string; text?: string };
          return [kind, text];
        });
    };
    expect(await kinds()).toEqual([]);
    expect(await kinds('--errors')).toEqual([['error', error]]);
    expect(await kinds('--rest', 'pass')).toEqual([
      [undefined, 'words'],
      [undefined, error],
    ]);
  });

  it('--strict: exit status 1 when a line holds no print', async () => {
    const good = await file('good.log', "{'a': 1}\n\n{'b': 2}\n");
    const bad = await file('bad.log', "{'a': 1}\nwords\n");
    expect((await printproof('parse', '--strict', good)).exitCode).toBe(0);
    expect((await printproof('parse', '--strict', bad)).exitCode).toBe(1);
    expect((await printproof('parse', bad)).exitCode).toBe(0);
  });

  it('writes a print as soon as its lines are there', async () => {
    const child = start(['parse', '--format', 'js/4.3']);
    child.stdin.write('{\n  a: 1\n}\n');
    // Standard input stays open: the record must come all the same.
    const chunk = await firstOutput(child);
    expect(JSON.parse(chunk)).toMatchObject({ line: 1, endLine: 3 });
    child.stdin.end();
    expect((await child).exitCode).toBe(0);
  });

  it('ends quietly when nobody reads any more', async () => {
    const path = join(folder, 'long.log');
    const writing = createWriteStream(path);
    for (let line = 0; line < 20_000; line += 1) writing.write(`{'a': ${line}}\n`);
    writing.end();
    await once(writing, 'finish');
    const child = start(['parse', '--format', 'py/2.7', path]);
    await firstOutput(child);
    child.stdout.destroy();
    const { exitCode, stderr } = await child;
    expect([exitCode, stderr]).toEqual([0, '']);
  });
});

describe('printproof print', () => {
  it('prints what parse wrote', async () => {
    const text =
      'words\n2021 INFO {a: ref(id = "1"), b: [1, 2.0]} (3 ms)\n{\n  ref: Ref(Tokens(), "309833836335727104"),\n  instance: Ref(Collection("characters"), "181388642114077184")\n}';
    const { stdout } = await printproof('parse', '--rest', 'pass', await file('c.log', text));
    const back = await printproof('print', await file('c.jsonl', stdout));
    expect([back.stdout, back.stderr, back.exitCode]).toEqual([text, '', 0]);
  });

  it('prints wire JSON as a driver does', async () => {
    const path = await file('wire.jsonl', '{"resource":{"a":[1,2.0,{"@date":"2018-01-02"}]}}\n');
    const { stdout } = await printproof('print', '--wire', '--format', 'java/2.7', path);
    expect(stdout).toBe('{a: [1, 2.0, 2018-01-02]}');
  });

  it('says what the driver cannot print, in its words, goes on, and ends with exit status 1', async () => {
    const path = await file('bad.jsonl', '{"bytes":"//8="}\nno JSON\n{"long":"1"}\n');
    const { stdout, stderr, exitCode } = await printproof('print', '--format', 'java/2.7', path);
    expect(stdout).toBe('1');
    expect(stderr).toContain(`${path}, line 1: java/2.7 cannot decode this value: `);
    expect(stderr).toContain(`${path}, line 2: no JSON`);
    expect(exitCode).toBe(1);
  });
});

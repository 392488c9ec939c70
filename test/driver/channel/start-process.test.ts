import { existsSync, readFileSync } from 'node:fs';
import { expect, it, vi } from 'vitest';
import { startProcess } from '../../../src/driver/channel/start-process.ts';

async function outputOf(script: string, env: Readonly<Record<string, string>>): Promise<string> {
  const shim = startProcess({
    command: process.execPath,
    args: ['-e', script],
    env,
    cwd: import.meta.dirname,
  });
  shim.endInput();
  const chunks: Uint8Array[] = [];
  for await (const chunk of shim.stdout) chunks.push(chunk);
  await shim.exited;
  return Buffer.concat(chunks).toString();
}

it('gives a shim our environment but for what would colour or bend its prints, and that when it is asked for', async () => {
  process.env['PRINTPROOF_TEST'] = 'inherited';
  process.env['FORCE_COLOR'] = '3';
  try {
    const script = 'console.log(process.env.PRINTPROOF_TEST, process.env.FORCE_COLOR, { a: 1 })';
    expect(await outputOf(script, {})).toBe('inherited undefined { a: 1 }\n');
    expect(await outputOf(script, { FORCE_COLOR: '1' })).toBe('inherited 1 { a: \u001B[33m1\u001B[39m }\n');
  } finally {
    delete process.env['PRINTPROOF_TEST'];
    delete process.env['FORCE_COLOR'];
  }
});

it('keeps the proxies of a network from a shim: the backend is on this machine', async () => {
  process.env['http_proxy'] = 'http://proxy.invalid';
  try {
    expect(await outputOf('console.log(process.env.http_proxy)', {})).toBe('undefined\n');
  } finally {
    delete process.env['http_proxy'];
  }
});

it.skipIf(process.platform === 'win32')('ends what a shim started and left behind', async () => {
  const script = `
    const { spawn } = require('node:child_process');
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 2 ** 30)'], { stdio: 'inherit' });
    child.once('spawn', () => console.log(child.pid) ?? process.exit());
  `;
  const shim = startProcess({
    command: process.execPath,
    args: ['-e', script],
    env: {},
    cwd: import.meta.dirname,
  });
  const chunks: Uint8Array[] = [];
  for await (const chunk of shim.stdout) chunks.push(chunk);
  const [child] = Buffer.concat(chunks).toString().split('\n');
  await shim.exited;
  // The signal is sent by then; that the process is gone is for the system to see to.
  await vi.waitFor(() => expect(isRunning(Number(child))).toBe(false), { timeout: 20_000 });
});

it('does not mind being written to or ended after its end', async () => {
  const shim = startProcess({
    command: process.execPath,
    args: ['-e', ''],
    env: {},
    cwd: import.meta.dirname,
  });
  expect(await shim.exited).toBe('exit status 0');
  shim.send('x\n');
  shim.endInput();
  shim.terminate();
  shim.kill();
});

it('says by which signal a shim ended', async () => {
  const shim = startProcess({
    command: process.execPath,
    args: ['-e', 'process.kill(process.pid, "SIGABRT")'],
    env: {},
    cwd: import.meta.dirname,
  });
  expect(await shim.exited).toBe('killed by SIGABRT');
});

/** Whether a process runs; one that has ended and that nobody has waited for does not. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    const status = existsSync('/proc') ? readFileSync(`/proc/${pid}/stat`, 'utf8') : '';
    return !/\) [ZX] /.test(status);
  } catch {
    return false;
  }
}

// What `npm start`, `npm test` and `npm run check` begin with: a plain program, because on a fresh clone there is nothing
// but Node.js and npm. It installs the dependencies when the lock file has changed, says so, and goes on with the command.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const LEAST_NODE = [20, 19];
const root = fileURLToPath(new URL('../..', import.meta.url));
const stamp = fileURLToPath(new URL('../../node_modules/.printproof-lock', import.meta.url));

const [command, ...args] = process.argv.slice(2);

checkNode();
installDependencies();

const commands = {
  run: () => tsx('src/cli/printproof.mjs', 'run', ...args),
  test: () => {
    // A driver that is not there is reported by the tests themselves, so set-up does not fail for it.
    if (args.length === 0) must(tsx('src/cli/printproof.mjs', 'setup'));
    return bin('vitest', 'run', ...args);
  },
  check: () => {
    for (const [title, ...line] of [
      ['format', 'prettier', '--check', '.'],
      ['lint', 'oxlint'],
      ['types', 'tsc', '-p', '.'],
      ['dead code', 'knip'],
    ])
      timed(title, () => must(bin(...line)));
    return commands.test();
  },
};
const work = commands[command];
if (work === undefined) {
  console.error(
    `bootstrap: unknown command ${String(command)}; it is one of ${Object.keys(commands).join(', ')}.`,
  );
  process.exit(2);
}
process.exitCode = work();

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > LEAST_NODE[0] || (major === LEAST_NODE[0] && minor >= LEAST_NODE[1])) return;
  console.error(
    `printproof needs Node.js ${LEAST_NODE.join('.')} or later; this is ${process.versions.node}. Install a current Node.js and try again.`,
  );
  process.exit(2);
}

function installDependencies() {
  const lock = createHash('sha256')
    .update(readFileSync(new URL('../../package-lock.json', import.meta.url)))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  timed('install the dependencies (npm ci)', () => {
    // On Windows npm is a script that only a shell starts.
    const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: root,
      stdio: 'inherit',
      shell: process.platform === 'win32',
    });
    if (npm.status !== 0) {
      console.error(
        'The dependencies could not be installed: npm’s own words are above. Is the registry reachable?',
      );
      process.exit(2);
    }
    writeFileSync(stamp, lock);
  });
}

function timed(title, work) {
  console.error(`▸ ${title} …`);
  const start = performance.now();
  work();
  console.error(`✓ ${title} (${((performance.now() - start) / 1000).toFixed(1)} s)`);
}

function must(status) {
  if (status !== 0) process.exit(status);
}

function tsx(...line) {
  return node(...line);
}

function bin(name, ...line) {
  return node(fileURLToPath(import.meta.resolve(binOf(name))), ...line);
}

/** The program file of a dependency, as its package.json declares it. */
function binOf(name) {
  const packages = { tsc: 'typescript' };
  const owner = packages[name] ?? name;
  const manifest = JSON.parse(readFileSync(`${root}node_modules/${owner}/package.json`, 'utf8'));
  const path = typeof manifest.bin === 'string' ? manifest.bin : manifest.bin[name];
  return new URL(`../../node_modules/${owner}/${path}`, import.meta.url).href;
}

/** Runs a Node.js program with our terminal and gives its exit status; a signal's is 128 + its number, as in a shell. */
function node(file, ...line) {
  const { status, signal } = spawnSync(process.execPath, [file, ...line], { cwd: root, stdio: 'inherit' });
  if (signal === 'SIGINT') return 130;
  if (signal === 'SIGTERM') return 143;
  return status ?? 1;
}

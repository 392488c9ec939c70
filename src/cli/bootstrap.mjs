// What `npm start`, `npm test` and `npm run check` begin with: a plain program, because on a fresh clone there is nothing
// but Node.js and npm. It installs the dependencies when the lock file has changed, says so, and goes on with the command.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const LEAST_NODE = [20, 19];
const root = new URL('../../', import.meta.url);
const stamp = new URL('node_modules/.printproof-lock', root);
const counts = new URL('.printproof/test-results.json', root);

const [command, ...args] = process.argv.slice(2);

const commands = {
  run: () => printproof('run', ...args),
  test: () => {
    // Only a shim that does not build ends here: a driver that cannot be had is reported by the tests themselves.
    if (args.length === 0) timed('set up the drivers', () => must(printproof('setup')));
    rmSync(counts, { force: true });
    const status = program(
      'vitest',
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile=${fileURLToPath(counts)}`,
      ...args,
    );
    closingLine();
    return status;
  },
  lint: () => {
    timed('format', () => must(program('prettier', '--check', '.')));
    timed('lint', () => must(program('oxlint')));
    timed('types', () => must(program('tsc', '-p', '.')));
    timed('dead code', () => must(program('knip')));
    return 0;
  },
  check: () => commands.lint() || commands.test(),
  nightly,
  bench: () => node('test/bench/main.ts', ...args),
};

checkNode();
installDependencies();
if (!Object.hasOwn(commands, command)) {
  console.error(`bootstrap: "${command}" is none of ${Object.keys(commands).join(', ')}.`);
  process.exit(2);
}
process.exitCode = commands[command]();

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
    .update(readFileSync(new URL('package-lock.json', root)))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  timed('install the dependencies (npm ci)', () => {
    // On Windows npm is a script that only a shell starts.
    const shell = process.platform === 'win32';
    const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: root,
      stdio: 'inherit',
      shell,
    });
    if (npm.status !== 0) {
      console.error(
        'The dependencies could not be installed; npm says why above. Can it reach its registry?',
      );
      process.exit(2);
    }
    writeFileSync(stamp, lock);
  });
}

/** Old releases of Node.js, run for real, with values that no run had before; `--record` writes what they print to fixtures. */
function nightly() {
  const [first, ...others] = args;
  if (first === '--record') return node('test/nightly/record/main.ts', ...others);
  process.env.PRINTPROOF_TEST_SEED ??= String(Date.now() % 2 ** 31);
  console.error(`▸ PRINTPROOF_TEST_SEED=${process.env.PRINTPROOF_TEST_SEED} runs this again`);
  return program('vitest', 'run', '--config', 'vitest.nightly.config.ts', ...args);
}

/** The line that people and CI look for, whatever the reporter's layout. */
function closingLine() {
  if (!existsSync(counts)) return;
  const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(counts, 'utf8'));
  console.log(`${numPassedTests} passed, ${numFailedTests} failed, ${numPendingTests} skipped`);
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

function printproof(...line) {
  return node('src/cli/printproof.mjs', ...line);
}

/** Runs a program of a dependency: the file that its package.json declares, so that no shell or PATH is asked. */
function program(name, ...line) {
  const owner = name === 'tsc' ? 'typescript' : name;
  const home = new URL(`node_modules/${owner}/`, root);
  const { bin } = JSON.parse(readFileSync(new URL('package.json', home), 'utf8'));
  return node(fileURLToPath(new URL(typeof bin === 'string' ? bin : bin[name], home)), ...line);
}

/** Runs a Node.js program on our terminal and gives its exit status; for a signal 128 and its number, as a shell does. */
function node(file, ...line) {
  const loader = file.endsWith('.ts') ? ['--import', 'tsx'] : [];
  const { status, signal } = spawnSync(process.execPath, [...loader, file, ...line], {
    cwd: root,
    stdio: 'inherit',
  });
  if (signal === 'SIGINT') return 130;
  if (signal === 'SIGTERM') return 143;
  return status ?? 1;
}

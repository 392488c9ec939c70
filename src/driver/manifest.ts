import { z } from 'zod';

/** What `{…}` may stand for in commands, arguments, environment values and working folders of a manifest. */
const PLACEHOLDERS = {
  build: 'the absolute build folder: a copy of `files` with what the set-up steps made of them',
  source:
    "the absolute folder of driver.json; for what needs no build, since it is no part of the build's copy",
  node: 'the Node.js program that runs printproof itself',
  exe: '`.exe` on Windows, nothing elsewhere',
  pathSeparator: '`;` on Windows, `:` elsewhere; for class paths',
} as const;

export type Placeholder = keyof typeof PLACEHOLDERS;

const placeholder = new RegExp(`\\{(?!(?:${Object.keys(PLACEHOLDERS).join('|')})\\})[A-Za-z]*\\}`);

/** Text that may hold placeholders; one that is misspelt is an error here, not a strange path later. */
const template = z
  .string()
  .refine((text) => !placeholder.test(text), `has an unknown placeholder; known: ${known()}`);

const environment = z.record(z.string(), template);

/** A path inside the driver's folder, with `/`; a folder stands for everything in it. */
const relativePath = z
  .string()
  .min(1)
  .refine(
    (path) => !/^(?:[/\\]|[A-Za-z]:)/.test(path) && !path.split(/[/\\]/).includes('..'),
    'must be a path inside the folder of driver.json',
  );

const versionNumber = z.string().regex(/^\d+(?:\.\d+)*$/, 'must be numbers with dots, such as 3.7');

/** How to get something: one command or sentence for everybody, or one for each operating system. */
const howToGet = z.union([
  z.string().min(1),
  z.strictObject({ linux: z.string().min(1), darwin: z.string().min(1), win32: z.string().min(1) }),
]);

const need = z.strictObject({
  /** The tool as people call it: `Go`, `JDK`, `Maven`. */
  tool: z.string().min(1),
  /** Asks the tool for its version; standard output and standard error are read together. */
  probe: z.strictObject({ command: template, args: z.array(template) }),
  /** Regular expression whose first group is the version number: `go version go(\\d+(?:\\.\\d+)*)`. */
  version: z.string().refine(oneGroup, 'must be a regular expression with one group'),
  atLeast: versionNumber,
  /** The first version that is too new; absent: none. */
  below: versionNumber.optional(),
  /**
   * `build`: needed for the set-up steps only (Maven), so not looked for when the build is there. Absent: the driver
   * runs on it or its prints depend on it; its version is part of the build's hash.
   */
  when: z.literal('build').optional(),
  get: howToGet,
});

const step = z.strictObject({
  /** What it does, for the progress display: `install faunadb 4.8.2`. */
  title: z.string().min(1),
  command: template,
  args: z.array(template),
  /** Added to the environment of printproof. */
  env: environment.optional(),
  /** Where the command runs; `{build}` when absent. */
  cwd: template.optional(),
  /**
   * Says that this step gets something from a registry, and what; when it fails the driver is *unavailable*, and the
   * user is told `get`. The failure of a step without it means that the shim is *broken*. So fetch and compile in
   * separate steps.
   */
  fetches: z
    .strictObject({
      /** The public coordinate: `com.faunadb:faunadb-scala_2.12:4.5.0`. */
      coordinate: z.string().min(1),
      get: howToGet,
    })
    .optional(),
});

const start = z.strictObject({
  command: template,
  args: z.array(template),
  /** Added to the environment of printproof. The shim runs in `{build}`. */
  env: environment.optional(),
});

/**
 * `driver.json`: what a driver's folder says about its driver, the tools that it needs, how its shim is built and
 * started. Unknown members are errors, so that a misspelt one is not silently without effect.
 */
export const manifestSchema = z.strictObject({
  $schema: z.string().optional(),
  /** Equal to the folder's name and to `driver.name` of the handshake: `javascript`. */
  name: z.string().regex(/^[a-z][a-z0-9-]*$/, 'must be lower-case letters, digits and hyphens'),
  /** For headings: `JavaScript`. */
  title: z.string().min(1),
  /** As its registry calls it: `faunadb`, `com.faunadb:faunadb-java`. Equal to `driver.package` of the handshake. */
  package: z.string().min(1),
  /** The exact version that the shim's dependency file pins. Equal to `driver.version` of the handshake. */
  version: z.string().min(1),
  /** The print format, a name that `src/format` knows: `js/4.3`. */
  format: z.string().min(1),
  needs: z.array(need),
  /**
   * What is copied into the build folder before the first step; nothing else is there. These files, driver.json and
   * the versions of `needs` make the build's hash.
   */
  files: z.array(relativePath),
  /**
   * In order, each in the build folder. They may write there only, and what they make must survive a renaming of that
   * folder, because a build appears under its final name when it is complete (no absolute paths; `python -m pip
   * install --target lib` rather than a virtual environment's scripts).
   */
  setup: z.array(step),
  start,
});

export type Manifest = z.infer<typeof manifestSchema>;
export type Need = z.infer<typeof need>;
export type SetupStep = z.infer<typeof step>;
export type HowToGet = z.infer<typeof howToGet>;

function known(): string {
  return Object.keys(PLACEHOLDERS)
    .map((name) => `{${name}}`)
    .join(', ');
}

function oneGroup(pattern: string): boolean {
  try {
    return new RegExp(`${pattern}|`).exec('')?.length === 2;
  } catch {
    return false;
  }
}

import type { StartCommand } from '../channel/start-process.ts';
import type { DriverFolder } from './load-manifest.ts';
import type { Tool } from './probe.ts';

/** What set-up made of a driver. */
export type Preparation = Ready | Unavailable | Broken;

export interface Ready {
  readonly state: 'ready';
  readonly driver: DriverFolder;
  readonly start: StartCommand;
  /** The tools that the driver runs on, with their versions. */
  readonly tools: readonly Tool[];
  /** The build was there already. */
  readonly cached: boolean;
  readonly durationMs: number;
}

/** The machine lacks something: the user's move. */
export interface Unavailable {
  readonly state: 'unavailable';
  readonly driver: DriverFolder;
  readonly missing: readonly [Missing, ...Missing[]];
}

export interface Missing {
  /** A tool with the version wanted, or a package's coordinate. */
  readonly what: string;
  /** What is the matter with it, in a line. */
  readonly why: string;
  /** The command or the sentence that gets it. */
  readonly get: string;
  /** What holds of this very moment and machine, and has no place in a record: when it was tried. */
  readonly note?: string;
  /** The last lines of the tool that tried to fetch it. */
  readonly output?: string;
}

/** The set-up itself failed: the move of whoever keeps the driver's folder. */
export interface Broken {
  readonly state: 'broken';
  readonly driver: DriverFolder;
  readonly step: string;
  /** The command as a shell would take it. */
  readonly command: string;
  /** The last lines that it wrote. */
  readonly output: string;
  /** A file with everything that the set-up wrote; absent when nothing ran. */
  readonly log?: string;
}

/** A preparation in words for a person: what, whose move, what to do. */
export function describePreparation(preparation: Preparation): string {
  const { title, package: packageName, version } = preparation.driver.manifest;
  const name = `${title} (${packageName} ${version})`;
  switch (preparation.state) {
    case 'ready':
      return `${name} is ready`;
    case 'unavailable':
      return [
        `${name} is unavailable on this machine:`,
        ...preparation.missing.flatMap(({ what, why, note, get, output }) => [
          `  ${what}: ${why}`,
          ...(note === undefined ? [] : [`  ${note}`]),
          ...(output === undefined ? [] : indent(output)),
          `  to get it: ${get}`,
        ]),
      ].join('\n');
    case 'broken':
      return [
        `${name} cannot be set up: "${preparation.step}" failed, which is a defect of ${preparation.driver.folder}`,
        `  ${preparation.command}`,
        ...indent(preparation.output),
        ...(preparation.log === undefined ? [] : [`  everything it wrote: ${preparation.log}`]),
      ].join('\n');
  }
}

function indent(text: string): string[] {
  return text.split('\n').map((line) => `    ${line}`);
}

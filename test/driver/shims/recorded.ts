import type { RealPrint } from '../../format/prints.ts';

/** The recorded prints that a shim has to reproduce. */
export interface Recorded {
  /** The name of the shim's folder. */
  readonly shim: string;
  readonly driver: string;
  readonly version: string;
  readonly runtime: string;
  /** Whether a row has the same text on the runtime that the shim runs on. */
  readonly comparable: (row: RealPrint, runtimeVersion: string) => boolean;
  /** Takes out what differs from run to run. */
  readonly mask: (text: string) => string;
}

/** There are no recordings of C#. */
export const RECORDED: readonly Recorded[] = [
  {
    shim: 'javascript',
    driver: 'js',
    version: '4.8.2',
    runtime: 'Node.js 20.20.2',
    // Values print alike on Node.js 16 to 26 (formats, 4.c.2); errors show what Node.js itself adds to them.
    comparable: (row, version) => row.outcome === 'printed' || version.startsWith('20.'),
    mask: (text) =>
      text
        .replace(/\n {4}at .*$/gm, '')
        .replace(/date: '.*'/, 'date: …')
        .replace(/(start|end)Time: \d+/g, '$1Time: …')
        .replace(/requestRaw: .*\n.*requestContent: .*/, 'requestRaw: …'),
  },
  {
    shim: 'python',
    driver: 'py',
    // 4.5.2 prints as 4.5.1 (formats, 7.a).
    version: '4.5.1',
    runtime: 'CPython 3.11.7',
    // What an exception of Python itself says changes between its versions.
    comparable: (row, version) => row.outcome !== 'decode-error' || version.startsWith('3.11.'),
    mask: (text) => text,
  },
  {
    shim: 'go',
    driver: 'go',
    version: '4.3.1',
    runtime: 'Go 1.26.8',
    comparable: () => true,
    mask: (text) => text.replace(/0x[0-9a-f]+/g, '0x…'),
  },
  {
    shim: 'java',
    driver: 'java',
    version: '4.5.0',
    runtime: 'OpenJDK 17.0.15',
    // JDK 19 prints the shortest text of a double (formats, 8.c.1).
    comparable: (row, version) => row.case !== 'double 1e23' || Number.parseInt(version, 10) < 19,
    mask: (text) => text,
  },
  {
    shim: 'scala',
    driver: 'scala',
    version: '4.5.0',
    runtime: 'Scala 2.12.14, OpenJDK 17.0.15',
    comparable: () => true,
    mask: (text) => text,
  },
];

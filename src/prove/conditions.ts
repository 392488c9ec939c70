/** A way in which the same program may be run: nothing in it says another value, so nothing in the text may change. */
export interface Condition {
  readonly name: string;
  readonly env: Readonly<Record<string, string>>;
  /** Names of drivers whose language knows the variable; absent: all. */
  readonly only?: readonly string[];
}

/** The environment that others are compared with. */
const USUAL: Condition = { name: 'another process', env: {} };

const locale = (name: string): Condition => ({
  name: `locale ${name}`,
  env: { LC_ALL: name, LANG: name },
});
const JVM = ['java', 'scala'] as const;

/** What is varied. An environment variable that a language does not know costs one process and shows that nothing changes. */
export const CONDITIONS: readonly Condition[] = [
  USUAL,
  locale('C'),
  // A decimal comma, and another small i.
  locale('de_DE.UTF-8'),
  locale('tr_TR.UTF-8'),
  // Half an hour off the others, so that a date printed in local time is another day, hour and minute.
  { name: 'time zone Asia/Kolkata', env: { TZ: 'Asia/Kolkata' } },
  { name: 'time zone America/St_Johns', env: { TZ: 'America/St_Johns' } },
  { name: 'hash seed 0', env: { PYTHONHASHSEED: '0' }, only: ['python'] },
  { name: 'hash seed 1', env: { PYTHONHASHSEED: '1' }, only: ['python'] },
  { name: 'output encoding ASCII', env: { PYTHONIOENCODING: 'ascii' }, only: ['python'] },
  { name: 'one thread, no preemption', env: { GOMAXPROCS: '1', GODEBUG: 'asyncpreemptoff=1' }, only: ['go'] },
  { name: 'colours wanted', env: { FORCE_COLOR: '3' }, only: ['javascript'] },
  { name: 'a narrow terminal', env: { COLUMNS: '40' }, only: ['javascript', 'python'] },
  // The JVM takes its locale from the system only where no property says otherwise.
  {
    name: 'JVM locale tr_TR, time zone Asia/Kolkata',
    env: { JAVA_TOOL_OPTIONS: '-Duser.language=tr -Duser.country=TR -Duser.timezone=Asia/Kolkata' },
    only: JVM,
  },
  { name: 'invariant globalization', env: { DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' }, only: ['csharp'] },
  { name: 'culture en-GB', env: { LC_ALL: 'en_GB.UTF-8', LANG: 'en_GB.UTF-8' }, only: ['csharp'] },
];

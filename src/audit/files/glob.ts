const MAGIC = /[*?{]/;

/** Whether a path is a pattern: `*` and `?` inside a name, `**` for any folders, `{a,b}` for either. */
export function isGlob(path: string): boolean {
  return MAGIC.test(path);
}

/** The folder in which everything that a pattern matches lies. */
export function baseOf(glob: string): string {
  const parts = glob.split('/');
  const at = parts.findIndex((part) => MAGIC.test(part));
  const base = parts.slice(0, at === -1 ? parts.length - 1 : at).join('/');
  return base === '' ? (glob.startsWith('/') ? '/' : '.') : base;
}

/** A pattern as a regular expression for whole paths, written with `/`. */
export function matcherOf(glob: string): RegExp {
  const source = glob
    .replace(/^\.\//, '')
    .replaceAll(/\*\*\/|\*\*|[*?{},]|[$()+.[\\\]^|]/g, (token, at: number) => {
      switch (token) {
        case '**/':
          return '(?:[^/]+/)*';
        case '**':
          return '.*';
        case '*':
          return '[^/]*';
        case '?':
          return '[^/]';
        case '{':
          return '(?:';
        case '}':
          return ')';
        case ',':
          return isInBraces(glob.replace(/^\.\//, ''), at) ? '|' : ',';
        default:
          return `\\${token}`;
      }
    });
  return new RegExp(`^(?:${source})$`);
}

function isInBraces(glob: string, at: number): boolean {
  return glob.lastIndexOf('{', at) > glob.lastIndexOf('}', at);
}

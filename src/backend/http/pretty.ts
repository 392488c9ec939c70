type Node = string | Group;
interface Group {
  readonly open: '{' | '[';
  readonly close: '}' | ']';
  /** The text before each value (`"key": ` or nothing) and the value. */
  readonly members: readonly (readonly [label: string, value: Node])[];
}

/** Members are laid out within this many characters (spec 1.13). */
const WIDTH = 60;
const WHITE_SPACE = /[ \t\n\v\f\r]+/g;

/**
 * Lays compact JSON out as the database does where it writes for people; ends with a newline. The text must be what
 * our own writer made. White space inside a string of a group that fits on one line is squeezed, as the database does.
 */
export function pretty(compact: string): string {
  return `${layout(read(compact), WIDTH)}\n`;
}

function layout(node: Node, width: number): string {
  if (typeof node === 'string') return node;
  const text = node.members.map(([label, value]) => label + layout(value, width - 2)).join(',\n');
  const only = node.members.length === 1 ? node.members[0] : undefined;
  if (text.length < width || typeof only?.[1] === 'string')
    return `${node.open} ${text.replaceAll(WHITE_SPACE, ' ')} ${node.close}`;
  return `${node.open}\n  ${text.replaceAll('\n', '\n  ')}\n${node.close}`;
}

function read(text: string): Node {
  let at = 0;

  const value = (): Node => {
    const first = text[at];
    if (first === '{') return group('{', '}');
    if (first === '[') return group('[', ']');
    return first === '"' ? string() : word();
  };
  const group = (open: Group['open'], close: Group['close']): Group => {
    const members: [string, Node][] = [];
    at++;
    while (at < text.length && text[at] !== close) {
      if (text[at] === ',') at++;
      let label = '';
      if (open === '{') {
        label = `${string()}: `;
        at++;
      }
      members.push([label, value()]);
    }
    at++;
    return { open, close, members };
  };
  const string = (): string => {
    const start = at++;
    while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
    at++;
    return text.slice(start, at);
  };
  const word = (): string => {
    const start = at++;
    while (at < text.length && !',]}'.includes(text[at] ?? ',')) at++;
    return text.slice(start, at);
  };

  return value();
}

/** Names that pages give the tabs of a driver, and the families of formats that they stand for. */
const FAMILIES: Readonly<Record<string, readonly string[]>> = {
  'c#': ['cs'],
  csharp: ['cs'],
  cs: ['cs'],
  '.net': ['cs'],
  dotnet: ['cs'],
  go: ['go'],
  golang: ['go'],
  java: ['java'],
  android: ['java'],
  jvm: ['java', 'scala'],
  scala: ['scala'],
  javascript: ['js'],
  js: ['js'],
  node: ['js'],
  'node.js': ['js'],
  nodejs: ['js'],
  python: ['py'],
  py: ['py'],
  shell: ['shell', 'js'],
  'fauna shell': ['shell', 'js'],
  'fauna-shell': ['shell', 'js'],
  'web shell': ['shell', 'js'],
  ruby: ['rb'],
  rb: ['rb'],
  swift: ['swift'],
  curl: ['http'],
  http: ['http'],
  rest: ['http'],
  json: ['http'],
};

/** Words beside samples that say nothing of them: a heading of a result, a button. */
const NEUTRAL =
  /^(?:output|outputs|result|results|response|responses|returns?|copy|copied|tabs?|query|run|example|prints?)$/;

/** The label of a tab: its words as the page writes them, and the families whose prints belong there. */
export interface Label {
  readonly text: string;
  readonly families: readonly string[];
}

/** What a line between samples is: the labels in it; none: only markup; `undefined`: something that people read. */
export function labelsIn(line: string): readonly Label[] | undefined {
  const attributes = [...line.matchAll(/\b(?:title|label|value|driver|name|data-lang)=["']?([^"'\s>%}]+)/g)];
  const named = attributes.flatMap(([, value = '']) => labelOf(value) ?? []);
  const rest = line.replaceAll(/<[^>]*>|\{%.*?%\}|\{\{.*?\}\}|:::+\w*|^\s*(?:===|\?\?\?|!!!)/g, ' ');
  const words = clean(rest);
  if (words === '' || NEUTRAL.test(words.toLowerCase())) return named;
  const whole = labelOf(words);
  if (whole !== undefined) return [...named, whole];
  // Several in one line are a bar of tabs.
  const parts = words.split(/\s*[|,/·]\s*|\s+/).map(labelOf);
  return parts.every((part) => part !== undefined) ? [...named, ...parts] : undefined;
}

/** The families that a name of a language stands for; empty: it is none. */
export function labelOf(words: string): Label | undefined {
  const text = clean(words);
  const name = text.toLowerCase().replace(/\s+(?:driver|client|output|result|response)$/, '');
  const families = Object.hasOwn(FAMILIES, name) ? FAMILIES[name] : undefined;
  return families && { text, families };
}

function clean(words: string): string {
  return words.replaceAll(/^[\s"'`*_:=>~-]+|^#{1,6}\s|[\s"'`*_:=!~-]+$/g, '').trim();
}

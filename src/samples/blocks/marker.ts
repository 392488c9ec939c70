/** What a page asks for between `<!-- printproof:sample driver=go -->` and `<!-- /printproof:sample -->`. */
export interface Marker {
  readonly driver: string;
  readonly scenario?: string;
  readonly step?: string;
}

export type MarkerReading =
  | { readonly kind: 'begin'; readonly marker: Marker }
  | { readonly kind: 'end' }
  | { readonly kind: 'broken'; readonly why: string };

const ATTRIBUTE = /\s+([\w-]+)=(?:"([^"]*)"|'([^']*)'|([^\s"']+))/y;
const KNOWN = ['driver', 'scenario', 'step'];

/** Reads the text inside a comment; `undefined`: it is none of ours. */
export function readMarker(comment: string): MarkerReading | undefined {
  const text = comment.trim();
  if (text === '/printproof:sample') return { kind: 'end' };
  if (!/^\/?printproof:sample(?!\w)/.test(text)) return undefined;
  if (!text.startsWith('printproof:sample')) return broken('the end of a sample takes nothing');
  const values = new Map<string, string>();
  ATTRIBUTE.lastIndex = 'printproof:sample'.length;
  let at = ATTRIBUTE.lastIndex;
  for (let match = ATTRIBUTE.exec(text); match !== null; match = ATTRIBUTE.exec(text)) {
    const [, name = '', double, single, bare] = match;
    if (!KNOWN.includes(name)) return broken(`"${name}" is none of ${KNOWN.join(', ')}`);
    if (values.has(name)) return broken(`"${name}" stands there twice`);
    values.set(name, double ?? single ?? bare ?? '');
    at = ATTRIBUTE.lastIndex;
  }
  if (at !== text.length) return broken(`"${text.slice(at).trim()}" is no name="value"`);
  const driver = values.get('driver');
  if (driver === undefined) return broken('it names no driver');
  const [scenario, step] = [values.get('scenario'), values.get('step')];
  return {
    kind: 'begin',
    marker: {
      driver,
      ...(scenario === undefined ? {} : { scenario }),
      ...(step === undefined ? {} : { step }),
    },
  };
}

function broken(why: string): MarkerReading {
  return { kind: 'broken', why };
}

/** What of a .NET culture shows in prints: `DateTime.ToString()` at midnight and the signs in numbers. */
export interface Culture {
  readonly name: string;
  /** Pattern with `d`, `dd`, `M`, `MM`, `yyyy`; everything else stands for itself. */
  readonly midnight: string;
  readonly decimalSign: string;
  readonly minusSign: string;
  /** Years that the calendar is ahead of the Gregorian one. */
  readonly yearsAhead: number;
  /** False where the driver cannot read any timestamp: its own defect under the Thai calendar (4.2.0, spec 10.c.1.a). */
  readonly readsTimes: boolean;
}

export const INVARIANT: Culture = culture('invariant', 'MM/dd/yyyy 00:00:00', '.');

/** Cultures whose calendar has the months of the Gregorian one, as .NET 10 with ICU 72 prints them (spec 10.c.1.a). */
export const CULTURES: readonly Culture[] = [
  INVARIANT,
  // The space before AM is U+202F.
  culture('en-US', 'M/d/yyyy 12:00:00\u202fAM', '.'),
  culture('en-GB', 'dd/MM/yyyy 00:00:00', '.'),
  culture('fr-FR', 'dd/MM/yyyy 00:00:00', ','),
  culture('de-DE', 'dd.MM.yyyy 00:00:00', ','),
  culture('sv-SE', 'yyyy-MM-dd 00:00:00', ',', '\u2212'),
  culture('ja-JP', 'yyyy/MM/dd 0:00:00', '.'),
  culture('hu-HU', 'yyyy. MM. dd. 0:00:00', ','),
  // The Buddhist year.
  { ...culture('th-TH', 'd/M/yyyy 00:00:00', '.'), yearsAhead: 543, readsTimes: false },
];

const PARTS = /yyyy|MM?|dd?/g;

/** Writes a date (`2018-01-02`, year 1 to 9999) under a culture. */
export function dateText(iso: string, { midnight, yearsAhead }: Culture): string {
  const [year = '', month = '', day = ''] = iso.split('-');
  const parts: Readonly<Record<string, string>> = {
    yyyy: String(Number(year) + yearsAhead).padStart(4, '0'),
    MM: month,
    M: String(Number(month)),
    dd: day,
    d: String(Number(day)),
  };
  // The letters of AM are no part of a date.
  return splitPattern(midnight, (part) => parts[part] ?? part);
}

/** Reads such a date, of which it is not yet known that there is such a day; `undefined` for any other text. */
export function readDate(text: string, style: Culture): string | undefined {
  let read = READERS.get(style);
  if (read === undefined) READERS.set(style, (read = dateReader(style)));
  return read(text);
}

type DateReader = (text: string) => string | undefined;
/** Made once a culture: a long print has a date in each document. */
const READERS = new WeakMap<Culture, DateReader>();

function dateReader({ midnight, yearsAhead }: Culture): DateReader {
  return yearsAhead === 0 && /MM/.test(midnight) && /dd/.test(midnight)
    ? fixedReader(midnight)
    : patternReader(midnight, yearsAhead);
}

/** Where each part has a width, what is no part must stand as it is. */
function fixedReader(midnight: string): DateReader {
  const [year, month, day] = [midnight.indexOf('yyyy'), midnight.indexOf('MM'), midnight.indexOf('dd')];
  const fixed = Array.from(midnight, (_, at) => at).filter((at) => !'yMd'.includes(midnight.charAt(at)));
  return (text) => {
    if (text.length !== midnight.length) return undefined;
    for (const at of fixed) if (text.charCodeAt(at) !== midnight.charCodeAt(at)) return undefined;
    return `${text.slice(year, year + 4)}-${text.slice(month, month + 2)}-${text.slice(day, day + 2)}`;
  };
}

function patternReader(midnight: string, yearsAhead: number): DateReader {
  const names: string[] = [];
  const digits: Readonly<Record<string, string>> = {
    yyyy: yearsAhead === 0 ? '(\\d{4})' : '(\\d{4,5})',
    MM: '(\\d\\d)',
    M: '(\\d\\d?)',
    dd: '(\\d\\d)',
    d: '(\\d\\d?)',
  };
  const shape = splitPattern(midnight.replace(/[.]/g, '\\.'), (part) => {
    names.push(part.charAt(0));
    return digits[part] ?? part;
  });
  const whole = new RegExp(`^${shape}$`);
  const [year, month, day] = ['y', 'M', 'd'].map((name) => names.indexOf(name) + 1);
  return (text) => {
    const match = whole.exec(text);
    if (match === null) return undefined;
    const part = (index = 0): string => (match[index] ?? '').padStart(2, '0');
    const years = yearsAhead === 0 ? part(year) : String(Number(part(year)) - yearsAhead).padStart(4, '0');
    return `${years}-${part(month)}-${part(day)}`;
  };
}

function splitPattern(pattern: string, replace: (part: string) => string): string {
  const [date = '', ...rest] = pattern.split(/(?= \d+:)/);
  return date.replace(PARTS, replace) + rest.join('');
}

function culture(name: string, midnight: string, decimalSign: string, minusSign = '-'): Culture {
  return { name, midnight, decimalSign, minusSign, yearsAhead: 0, readsTimes: true };
}

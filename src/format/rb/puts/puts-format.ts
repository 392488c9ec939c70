import type { About, DatabaseError, Format, PrintedError } from '../../format.ts';
import { decode } from '../decode.ts';
import { parseError, projectError } from '../errors.ts';
import { maskAddresses } from '../print.ts';
import { ADDRESSES } from '../ruby-format.ts';
import type { RubyTraits } from '../traits.ts';
import { parsePuts } from './parse.ts';
import { putsText } from './print.ts';
import { projectPuts } from './project.ts';

const grammarOf = ({ ref, bytes, query }: RubyTraits): string => `print   = "" | line { line-feed line } ;
line    = { any-char } (* a string; nothing escaped *)
        | "true" | "false" | integer | float | hash (* as p prints it *)
        | date | date " " hh ":" mm ":" ss " UTC" | ref | "#<Fauna::" name ":" address ">" ;
name    = "SetRef"${bytes ? ' | "Bytes"' : ''}${query ? ' | "QueryV"' : ''} ;
${ref === 'path' ? PATH : MEMBERS}`;

const PATH = 'ref     = path ; (* classes/users/1, nothing escaped *)';
const MEMBERS = 'ref     = "Ref(id=" { any-char } [ ",class=" ref ] [ ",database=" ref ] ")" ;';

/** The texts of `puts` in place of `p`. */
export function putsFormat({
  base,
  about,
  traits,
}: {
  readonly base: Format;
  readonly about: Pick<About, 'evidence'>;
  readonly traits: RubyTraits;
}): Format {
  return {
    id: `${base.id}+puts`,
    variantOf: base.id,
    about: {
      ...base.about,
      statement: 'puts result',
      runtime: '`puts` in place of `p`',
      grammar: grammarOf(traits),
      leniencies: [ADDRESSES],
      ...about,
    },
    parse: (text) => parsePuts(text, traits),
    print: (value) => putsText(decode(value, traits), traits),
    mask: maskAddresses,
    steady: maskAddresses,
    project: (value) => projectPuts(value, traits),
    parseError,
    projectError: withoutClass,
    free: base.free,
  };
}

/** `puts` prints the message of an error, `p` its class too. */
function withoutClass(error: DatabaseError): PrintedError {
  const { errors } = projectError(error);
  return errors === undefined ? {} : { errors };
}

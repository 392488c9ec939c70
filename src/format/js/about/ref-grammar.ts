import type { RefTraits } from '../traits.ts';

/** How refs print themselves. */
export function refGrammar(refs: RefTraits): readonly string[] {
  switch (refs.style) {
    case 'path':
      return ['ref = "Ref(" json-string ")" ;'];
    case 'members':
      return [
        'ref = "Ref(id=" id [ ", class=" ref ] [ ", database=" ref ] ")" ;',
        'id = { character } ;  (* not escaped: ends where the rest can be read *)',
      ];
    case 'call': {
      const names = Object.values(refs.named).map((name) => `"${name}"`);
      const providers = refs.spellsProviders ? '  (* AccessProviders is access_providers *)' : '';
      return [
        'ref = native | named | document ;',
        refs.databases === 'moved'
          ? 'native = native-name "()" ;  (* inside of document also: native-name "(" ref ")", the database of the document *)'
          : 'native = native-name "(" [ ref ] ")" ;',
        `native-name = ? the id with a capital first letter ? ;${providers}`,
        `named = ( ${names.join(' | ')} ) "(" raw [ ", " ref ] ")" ;`,
        'document = "Ref(" ref ", " raw ")" ;',
        `raw = '"' { character } '"' ;  (* not escaped: ends at the quote after which the rest can be read *)`,
      ];
    }
  }
}

import { TRAITS, type Profile } from './profile.ts';
import { linesOfN4 } from './lines-n4.ts';
import { linesOfN8 } from './lines-n8.ts';
import { linesOfN12 } from './lines-n12.ts';
import type { Shown } from './shown.ts';

/** Where the lines of a container are broken, and how far they are indented. */
export interface Lines {
  /** Columns by which an item of an array and the value of a member stand further right than their container. */
  readonly step: { readonly item: number; readonly member: number };
  /** A string, which may be spread over lines. */
  string(text: string, indentation: number): string;
  /** The text of an object that prints itself. */
  own(text: string, indentation: number): string;
  /** An item of an array, from the text of its value. */
  item(text: string): string;
  /** A member of an object, from its key as printed and the text of its value. */
  member(key: string, text: string, indentation: number): string;
  /** A container that is not empty, from its entries. */
  container(container: Container): string;
}

export interface Container {
  /** With the name that stands before it: `{`, `Ref {`. */
  readonly open: string;
  readonly close: string;
  readonly entries: readonly string[];
  readonly indentation: number;
  /** Arrays: what the entries are the texts of, those that were cut off included. */
  readonly items?: readonly Shown[];
  /** How many levels deeper the container stood that was opened last inside of this one; 0: none was. */
  readonly levelsInside: number;
  /** Whether it is the value of an object's member. */
  readonly isMember: boolean;
}

/** The ways of a profile. */
export function linesOf(profile: Profile): Lines {
  switch (profile) {
    case 'n4':
    case 'n6':
      return linesOfN4(TRAITS[profile]);
    case 'n8':
    case 'n10':
    case 'n11':
      return linesOfN8(profile);
    case 'n12':
    case 'n14':
    case 'n16':
      return linesOfN12(profile);
  }
}

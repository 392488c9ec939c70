import { isAt } from '../shared/text-reader.ts';

/** Whether one of the names of `csGrammar` stands at a place, with the parenthesis that opens its value. */
export function startsValue(text: string, at: number): boolean {
  switch (at < text.length ? text.charCodeAt(at) : 0) {
    case 0x41: // A
      return isAt(text, at, 'Arr(');
    case 0x42: // B
      return isAt(text, at, 'BooleanV(') || isAt(text, at, 'BytesV(');
    case 0x44: // D
      return isAt(text, at, 'DoubleV(');
    case 0x46: // F
      return isAt(text, at, 'FaunaDate(') || isAt(text, at, 'FaunaTime(');
    case 0x4c: // L
      return isAt(text, at, 'LongV(');
    case 0x4e: // N
      return isAt(text, at, 'NullV');
    case 0x4f: // O
      return isAt(text, at, 'ObjectV(');
    case 0x51: // Q
      return isAt(text, at, 'QueryV(');
    case 0x52: // R
      return isAt(text, at, 'RefV(');
    case 0x53: // S
      return isAt(text, at, 'StringV(') || isAt(text, at, 'SetRefV(');
    case 0x55: // U
      return isAt(text, at, 'UObject(') || isAt(text, at, 'UArr(');
    default:
      return false;
  }
}

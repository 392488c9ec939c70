import { TextReader } from '../../../shared/text-reader.ts';
import { CARRIAGE_RETURN, COMMA, LINE_FEED, SPACE, TAB } from './characters.ts';

/** Steps over what stands between values. White space is layout: such as JSON has, too. */
export class TokenReader extends TextReader {
  /** Steps over white space. Returns the unit behind it, `NaN` at the end. */
  next(): number {
    const { text } = this;
    let at = this.offset;
    let unit = text.charCodeAt(at);
    while (unit === SPACE || unit === LINE_FEED || unit === CARRIAGE_RETURN || unit === TAB) {
      at += 1;
      unit = text.charCodeAt(at);
    }
    this.offset = at;
    return unit;
  }

  /** Steps over white space and a comma, or what closes. Returns whether it was a comma. */
  goesOn(close: number): boolean {
    const unit = this.next();
    if (unit !== COMMA && unit !== close) this.fail('a comma or a closing bracket');
    this.offset += 1;
    return unit === COMMA;
  }

  /** Steps over white space and one such unit. */
  takesNext(unit: number): void {
    if (this.next() !== unit) this.fail(JSON.stringify(String.fromCharCode(unit)));
    this.offset += 1;
  }
}

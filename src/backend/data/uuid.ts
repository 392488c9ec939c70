/** A UUID (`@uuid`) in its canonical lower-case text. */
export class Uuid {
  readonly kind = 'uuid';
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

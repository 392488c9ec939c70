/** A calendar date (`@date`) as days since 1970-01-01. */
export class DateValue {
  readonly kind = 'date';
  readonly epochDay: bigint;
  constructor(epochDay: bigint) {
    this.epochDay = epochDay;
  }
}

/** A text as it is after being written as UTF-8: each lone surrogate has become U+FFFD. */
export function wellFormed(text: string): string {
  return Buffer.from(text, 'utf8').toString('utf8');
}

/** Names of schema documents: `\w` is Java's Unicode class (letters, marks, digits, connectors, join controls; spec 4.9). */
const NAME = /^[;@+$\-_.!~%\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\p{Join_Control}]+$/u;

/** Whether a text may name a database, collection, index and so on. */
export function isName(text: string): boolean {
  return NAME.test(text);
}

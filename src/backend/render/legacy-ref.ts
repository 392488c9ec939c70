/** The string form of a ref below 2.1: a document's id behind the path of its collection (itself such a ref, as JSON). */
export function legacyRef(collection: string, id: string): string {
  return collection.replace(/"\}$/, `/${id}"}`);
}

import type { Leniency } from '../format.ts';

/** What the driver prints of a value that it cannot have had from the database. */
export const UNDECODABLE: Leniency = {
  takes:
    'values that the driver prints and does not decode, where a text has no other reading: objects whose first key is a tag, times under a culture that cannot read them',
  source: 'faunadb-csharp 4.2.0, FaunaDB.Client/Types/Json.cs: ReadObject; ScalarValue.cs: TimeV',
};

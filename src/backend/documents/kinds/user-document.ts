import { isTagged } from '../../data/data.ts';
import { expire } from '../expire.ts';
import { invalidType } from '../failures.ts';
import { constraintsRule, dataRule, ttlRule } from '../rules.ts';
import { storedType } from '../stored-type.ts';
import { writeSideCar } from '../side-car.ts';
import type { Draft, Kind } from '../kind.ts';

/** Documents of user collections, with the `credentials` that may be given beside their data (spec 4.5.2, 4.7). */
export const userDocument: Kind = {
  word: 'Document',
  fields: [dataRule, ttlRule, constraintsRule],
  prepare: (draft) => {
    expire(draft);
    checkCredentials(draft);
  },
  stored: writeSideCar,
};

function checkCredentials({ params, failures, action }: Draft): void {
  const credentials = params.get('credentials') ?? null;
  if (credentials === null) return;
  if (!isTagged(credentials) || credentials.kind !== 'object') {
    const found = storedType(credentials);
    for (const name of ['password', action === 'create' ? 'hashed_password' : 'current_password'])
      failures.push(invalidType(['credentials', name], found, 'Map'));
    return;
  }
  const password = credentials.get('password') ?? null;
  if (password !== null && typeof password !== 'string')
    failures.push(invalidType(['credentials', 'password'], storedType(password), 'String'));
}

import type { Context } from '../eval/context.ts';
import type { NewSecret } from './secrets.ts';

/** The hash of a new password. Suspends the evaluation the first time. */
export function newHash(password: string, { tape, secrets }: Context): string {
  return tape.produce(`password ${password}`, () => secrets.passwords.hash(password));
}

/** A new secret. Suspends the evaluation the first time, for as long as one is made ahead hardly at all. */
export function newSecret({ tape, secrets }: Context): NewSecret {
  const text = tape.produce('secret', async () => {
    const { random, hash } = await secrets.next();
    return `${Buffer.from(random).toString('base64url')} ${hash}`;
  });
  const [random = '', hash = ''] = text.split(' ');
  return { random: Uint8Array.from(Buffer.from(random, 'base64url')), hash };
}

import type { Context } from '../eval/context.ts';
import { RANDOM_BYTES } from '../store/secret.ts';
import type { NewSecret } from './secrets.ts';

/** The hash of a new password. Suspends the evaluation the first time. */
export function newHash(password: string, { tape, secrets }: Context): string {
  return tape.produce(
    `password ${password}`,
    () => secrets.passwords.hash(password),
    () => secrets.passwords.hashAtOnce(password),
  );
}

/** A new secret whose hash nobody sees yet: `hash` is a name for it (see `late-hashes.ts`). Does not suspend. */
export function newSecretHashedLater({ secrets, tape }: Context): NewSecret {
  const text = tape.draw('random', () => Buffer.from(secrets.bytes(RANDOM_BYTES)).toString('base64url'));
  const hash = tape.draw('late hash', () => {
    const name = secrets.late.add(text);
    tape.onAbandon(() => secrets.late.forget(name));
    return name;
  });
  return { random: Uint8Array.from(Buffer.from(text, 'base64url')), hash };
}

/** A new secret. Suspends the evaluation the first time, for as long as one is made ahead hardly at all. */
export function newSecret({ tape, secrets }: Context): NewSecret {
  const text = tape.produce(
    'secret',
    async () => joined(await secrets.next()),
    () => joined(secrets.nextAtOnce()),
  );
  const [random = '', hash = ''] = text.split(' ');
  return { random: Uint8Array.from(Buffer.from(random, 'base64url')), hash };
}

function joined({ random, hash }: NewSecret): string {
  return `${Buffer.from(random).toString('base64url')} ${hash}`;
}

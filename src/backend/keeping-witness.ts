import type { Exchange, Witness } from './backend.ts';

/** Keeps exchanges for those who asked for them; costs a look into a map when nobody did. */
export class KeepingWitness implements Witness {
  readonly #watched = new Map<string, Exchange[]>();
  #sequence = 0;

  watch(credential: string): void {
    if (!this.#watched.has(credential)) this.#watched.set(credential, []);
  }

  take(credential: string): readonly Exchange[] {
    const kept = this.#watched.get(credential);
    return kept === undefined ? [] : kept.splice(0);
  }

  forget(credential: string): void {
    this.#watched.delete(credential);
  }

  /** Keeps what `exchange` gives, if somebody watches the credential; its scope suffix does not count. */
  see(credential: string, exchange: () => Omit<Exchange, 'sequence'>): void {
    this.#sequence += 1;
    if (this.#watched.size === 0) return;
    const [secret = ''] = credential.split(':', 1);
    this.#watched.get(secret)?.push({ sequence: this.#sequence, ...exchange() });
  }
}

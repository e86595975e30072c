import { ProviderError, REJECTED } from './provider-error.ts';

/** The wallet's owner: how tests make the owner answer the windows that a real wallet opens. */
export class Owner {
  #rejecting = 0;
  #delay: Promise<unknown> = Promise.resolve();

  rejectNext(): void {
    this.#rejecting += 1;
  }

  delayNext(until: Promise<unknown>): void {
    this.#delay = until;
  }

  /**
   * Every request for which a real wallet opens a window
   * passes here: a test may delay it or refuse it (4001).
   */
  async prompt(): Promise<void> {
    const delay = this.#delay;
    this.#delay = Promise.resolve();
    const rejecting = this.#rejecting > 0;
    if (rejecting) this.#rejecting -= 1;
    await delay;
    if (rejecting) throw new ProviderError(REJECTED, 'User rejected the request.');
  }
}

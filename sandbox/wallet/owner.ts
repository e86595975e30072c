import { ProviderError, REJECTED } from './provider-error.ts';

/** Who holds the wallet: what tests asked them to do next with the windows that a real wallet opens. */
export class Owner {
  #rejecting = 0;
  #delay: Promise<unknown> = Promise.resolve();

  rejectNext(): void {
    this.#rejecting += 1;
  }

  delayNext(until: Promise<unknown>): void {
    this.#delay = until;
  }

  /** Everything for which a real wallet opens a window passes here: it may be held back, and refused (4001). */
  async prompt(): Promise<void> {
    const delay = this.#delay;
    this.#delay = Promise.resolve();
    const rejecting = this.#rejecting > 0;
    if (rejecting) this.#rejecting -= 1;
    await delay;
    if (rejecting) throw new ProviderError(REJECTED, 'User rejected the request.');
  }
}

import 'fake-indexeddb/auto';
import { cleanup } from '@testing-library/react';
import { config } from 'zod/mini';
import { afterEach } from 'vitest';

config({ jitless: true });
afterEach(() => cleanup());

// jsdom has the <dialog> element but not its methods.
HTMLDialogElement.prototype.showModal ??= function showModal(this: HTMLDialogElement) {
  this.open = true;
};
HTMLDialogElement.prototype.close ??= function close(this: HTMLDialogElement) {
  this.open = false;
};

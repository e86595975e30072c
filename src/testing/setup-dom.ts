import 'fake-indexeddb/auto';
import { cleanup, configure } from '@testing-library/react';
import { config } from 'zod/mini';
import { afterEach } from 'vitest';
import { refuseRequests } from './refuse-requests.ts';

config({ jitless: true });
// What a page shows after reading its stores takes longer than the usual second when all cores are busy.
configure({ asyncUtilTimeout: 5_000 });
// Before cleanup: hooks run last first, so what unmounting asks for counts too.
refuseRequests();
afterEach(() => cleanup());

// jsdom has the <dialog> element but not its methods.
HTMLDialogElement.prototype.showModal ??= function showModal(this: HTMLDialogElement) {
  this.open = true;
};
HTMLDialogElement.prototype.close ??= function close(this: HTMLDialogElement) {
  this.open = false;
};
